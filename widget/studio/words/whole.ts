/** A date whose year keeps the letter that Russian and Ukrainian put behind it: no line begins with that. */
export function whole(date: string): string {
  return date.replace(/ (?=[гр]\.)/g, "\u00a0");
}
