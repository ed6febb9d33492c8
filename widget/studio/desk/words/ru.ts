import type { DeskWords } from "./en.ts";
import { importing } from "./importing/ru.ts";
import { review } from "./review/ru.ts";

export const ru: DeskWords = { importing, reviewing: review };
