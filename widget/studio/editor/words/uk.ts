import type { EditorWords } from "./en.ts";
import { page } from "./page/uk.ts";
import { theme } from "./theme/uk.ts";

export const uk: EditorWords = { ...theme, ...page };
