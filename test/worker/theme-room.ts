import type { ThemeStyle } from "../../worker/contract/theme.ts";
import { giveToken, type Newsroom } from "./desk-room.ts";

/** A style that readers can read in both schemes. */
export const LEGIBLE: ThemeStyle = {
  name: "Broadsheet",
  light: { ink: "#161616", muted: "#5b5b5b", surface: "#ffffff", accent: "#b01e28", border: "#d3d0cb" },
  dark: { ink: "#f1efeb", muted: "#aba8a2", surface: "#171614", accent: "#f2695f", border: "#45433f" },
  font: ["Georgia", "Noto Serif"],
  radius: 4,
  density: "airy",
  number_size: 5,
  layout: "strip",
  chart: "bars",
  lang: "uk",
  headings: { en: "Deserters convicted" },
  hidden: ["change"],
};

/** The first grey of these is too light to be read on white. */
export const ILLEGIBLE: ThemeStyle = { ...LEGIBLE, light: { ...LEGIBLE.light, muted: "#b0b0b0" } };

export interface ThemeAnswer {
  status: number;
  etag: string | null;
  body: Record<string, unknown> & {
    style?: ThemeStyle;
    current?: { style: ThemeStyle; version?: number } | null;
  };
}

/** An editor of this newsroom, who asks with a token of that role. */
export async function editorOf(room: Newsroom, label = "the look") {
  const secret = await giveToken(label, "editor");
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ThemeAnswer> => {
    const response = await room.get(path, {
      method,
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get("ETag"),
      body: text ? JSON.parse(text) : {},
    };
  };
}
