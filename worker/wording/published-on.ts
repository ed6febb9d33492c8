import { moscowDate } from "../domain/calendar.ts";
import type { Language } from "./language/language.ts";

/** The Moscow date on which an edition was published, in words. */
export function publishedOn({ published_at }: { published_at: string }, words: Language): string {
  return words.date(moscowDate(Date.parse(published_at)));
}
