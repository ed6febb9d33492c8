/** What a change may replace: a numbered state, 0 for none, null for whatever there is. */
export type Seen = number | null;

const NEVER = -1;

/** The strong tag of a numbered state: `"v3"` of a theme's version, `"d5"` of a draft's revision. */
export function tagOf(kind: "v" | "d", number: number): string {
  return `"${kind}${number}"`;
}

/**
 * What the sender has seen, by `If-Match` (RFC 9110, 13.1.1). Undefined where the header is missing; a tag of
 * another kind fits nothing.
 */
export function seen(ifMatch: string | undefined, kind: "v" | "d"): Seen | undefined {
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === "*") return null;
  const number = new RegExp(`^"${kind}(\\d{1,9})"$`).exec(ifMatch.trim())?.[1];
  return number === undefined ? NEVER : Number(number);
}
