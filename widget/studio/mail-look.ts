import type { ThemeStyle } from "../../worker/contract/theme.ts";

/** What of a theme a snippet for mail says by itself; all else is in its picture. */
export interface MailLook {
  /** Colours as `#rrggbb`: what a mail program puts behind words, and paints links with, isn't the theme's. */
  ground: string;
  link: string;
  align: "left" | "center" | "right";
  /** Whether the way to the history is shown. */
  hasHistory: boolean;
  /** The paper's own lines in this language, as plain text has them. */
  lines: readonly string[];
}

const SIDES = { start: "left", center: "center", end: "right" } as const;
const OWN = {
  light: { ground: "#ffffff", link: "#5b5b5b" },
  dark: { ground: "#171614", link: "#aba8a2" },
} as const;

/** The service's own look, in the middle as mail is. */
export function ownMailLook(scheme: "light" | "dark"): MailLook {
  return { ...OWN[scheme], align: "center", hasHistory: true, lines: [] };
}

export function mailLook(
  { align, hidden, byline, note, credit, ...style }: ThemeStyle,
  scheme: "light" | "dark",
  lang: string,
): MailLook {
  const { surface, muted } = style[scheme];
  const lines = [byline, note, credit].map((words) => (words as Record<string, string> | undefined)?.[lang]);
  return {
    ground: surface,
    link: muted,
    align: align ? SIDES[align] : "center",
    hasHistory: !hidden.includes("history"),
    lines: lines.filter((line) => line !== undefined),
  };
}
