/** What stands between two words. */
const GAP = "([ \\u00a0])";
const AFTER_VOWEL = new RegExp(`([аеєиіїоуюя],?)${GAP}у${GAP}(?![вф]|[стх]в)`, "gi");
const AFTER_SIBILANT = new RegExp(`([жчшщзсц],?)${GAP}з${GAP}`, "gi");

/** "У" becomes "в" after a vowel, and "з" becomes "із" after a sibilant: "скільки в 2025 році", "ніж із 21 вересня". */
export function euphonic(text: string): string {
  return text.replace(AFTER_VOWEL, "$1$2в$3").replace(AFTER_SIBILANT, "$1$2із$3");
}
