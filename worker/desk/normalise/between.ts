/**
 * Puts a text in the place of everything between two signs, with the signs: what `/<[^>]*>/g` finds, in time that grows
 * with the text and not with its square where a sign is opened over and over and never closed.
 */
export function replaceBetween(text: string, open: string, close: string, by: string): string {
  let replaced = "";
  let at = 0;
  for (;;) {
    const begin = text.indexOf(open, at);
    const end = begin === -1 ? -1 : text.indexOf(close, begin);
    if (end === -1) return replaced + text.slice(at);
    replaced += text.slice(at, begin) + by;
    at = end + close.length;
  }
}
