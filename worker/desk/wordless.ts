/**
 * Where a text of digits and signs has letters that are no name: in a court's code (`77GV0001`, also with Cyrillic
 * twins), in the index and the branch of a case's number (`22к-108`, `10NK-1`, `1-А-275`, `k-1-94`), in a time (`T09:00Z`).
 */
const LETTERED = new RegExp(
  [
    String.raw`(?<![\p{L}\d])\d{2}[GOAKRMVCСМАОКРВ][VSВС]\d{4}(?!\p{L})`,
    String.raw`(?<![\p{L}\d])\d{1,2}(?:\p{L}|NK)-(?=\d)`,
    String.raw`(?<=\d-)\p{L}-(?=\d)`,
    String.raw`(?<![\p{L}\d.-])\p{L}-(?=\d{1,2}-\d)`,
    String.raw`(?<=\d)T(?=\d)|(?<=\d)Z$`,
  ].join("|"),
  "giu",
);

const LONGEST = 60;

/**
 * Whether a text has no letter in it that could be of a name, however short, so that a message may repeat it
 * (`01/04/2019`, `77GV0001-01`, `1-5/2024`). In a row that slipped by a column a name may stand anywhere.
 */
export function isWordless(text: string): boolean {
  return text.length <= LONGEST && /\d/.test(text) && !/[\p{L}\p{M}]/u.test(text.replace(LETTERED, "0-"));
}
