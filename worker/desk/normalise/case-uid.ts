import { CASE_UID } from "../../contract/court-case.ts";

/** Cyrillic letters that look like those of court codes (GV, OV, AV, KV, RS …). */
const TWINS: Readonly<Record<string, string>> = { А: "A", В: "B", К: "K", М: "M", О: "O", С: "C", Т: "T" };

/** The УИД in its one spelling, null where the text is none: `77gv0001–01–2024–000012–55` is mended. */
export function readCaseUid(text: string): string | null {
  const uid = text
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, "")
    .replace(/[АВКМОСТ]/g, (letter) => TWINS[letter] ?? letter);
  return CASE_UID.test(uid) ? uid : null;
}

/** The court that gave the УИД, where the case came in first: its first eight characters. */
export function courtOfUid(uid: string): string {
  return uid.slice(0, 8);
}
