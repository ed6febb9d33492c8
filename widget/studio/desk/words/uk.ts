import type { DeskWords } from "./en.ts";
import { importing } from "./importing/uk.ts";
import { review } from "./review/uk.ts";

export const uk: DeskWords = { importing, reviewing: review };
