/** What a snippet is made of. */
export interface Embed {
  /** Of the service. */
  origin: string;
  /** A published theme; null: the default one. */
  theme: string | null;
  /** null: as the theme has it. */
  layout: string | null;
  chart: string | null;
  /** Offence group; null: the service's own. */
  offence: string | null;
  /** null: the page's own. */
  lang: string | null;
  /** What readers see before the number comes, and where it never does. */
  fallback: string;
}

/** `/embed/manifest.json`. */
export interface Manifest {
  version: string;
  file: string;
  integrity: string;
}

/** One way out of the studio: what it is called in the studio's words, and its text to copy. */
export interface WayOut {
  name: "evergreen" | "pinned";
  text(embed: Embed, manifest: Manifest | null): string | null;
}

/** All ways out, in the order in which they are offered. A further way is one more entry. */
export const WAYS_OUT: readonly WayOut[] = [
  {
    name: "evergreen",
    text: (embed) =>
      `<script type="module" src="${escaped(embed.origin)}/embed/v1.js"></script>\n${tagOf(embed)}`,
  },
  {
    name: "pinned",
    text: (embed, manifest) =>
      manifest &&
      `<script type="module" src="${escaped(embed.origin)}/embed/${escaped(manifest.file)}"\n` +
        `  integrity="${escaped(manifest.integrity)}" crossorigin="anonymous"></script>\n` +
        tagOf(embed),
  },
];

/** The tag with exactly the attributes that were chosen. */
export function tagOf(embed: Embed): string {
  const attributes = Object.entries(attributesOf(embed)).map(
    ([name, value]) => ` ${name}="${escaped(value)}"`,
  );
  return `<desertion-stats${attributes.join("")}>${escaped(embed.fallback)}</desertion-stats>`;
}

/** The element's attributes for a choice; the preview sets the same ones. */
export function attributesOf({ theme, layout, chart, offence, lang }: Embed): Record<string, string> {
  return {
    ...(theme !== null && theme !== "default" && { theme }),
    ...(layout !== null && { layout }),
    ...(chart !== null && { chart }),
    ...(offence !== null && { offence }),
    ...(lang !== null && { lang }),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
