/**
 * Whether a text has no word in it that could be a name, so that a message may repeat it: digits and signs,
 * never more than two letters together (`01/04/2019`, `77GV0001-01`).
 */
export function isWordless(text: string): boolean {
  return /^(?=[\s\S]*\d)(?![\s\S]*\p{L}{3})[\s\S]{1,60}$/u.test(text);
}
