import { importing } from "./importing/en.ts";
import { review } from "./review/en.ts";

/** What the desk's view says. */
export const en = { importing, reviewing: review };

export type DeskWords = typeof en;
