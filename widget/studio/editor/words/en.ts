import { page } from "./page/en.ts";
import { theme } from "./theme/en.ts";

/** What the editor of a theme says, with its preview and its snippets. */
export const en = { ...theme, ...page };

export type EditorWords = typeof en;
