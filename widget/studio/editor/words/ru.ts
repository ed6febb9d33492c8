import type { EditorWords } from "./en.ts";
import { page } from "./page/ru.ts";
import { theme } from "./theme/ru.ts";

export const ru: EditorWords = { ...theme, ...page };
