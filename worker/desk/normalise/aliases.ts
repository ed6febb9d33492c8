import type { CourtCase } from "../../contract/court-case.ts";

/**
 * Keys by which rows of one case are found, whatever its numbers and whoever its defendants. A defendant is
 * told apart by the ordinal, which isn't part of them.
 *
 * - `27GV0008-01-2019-000081-20`, the УИД where the case has one, comes first. Two УИД are two cases, even
 *   where a number makes them look like one.
 * - `27GV0008|1-81/2019`, court and number, for each number under which the case was registered: joins rows
 *   without a УИД to one another and to the case with a УИД that has the number.
 */
export function caseAliases(
  one: Pick<CourtCase, "case_uid" | "court_code" | "case_number" | "earlier_numbers">,
): [string, ...string[]] {
  const earlier = one.earlier_numbers.map((number) => numberAlias(one.court_code, number));
  const current = numberAlias(one.court_code, one.case_number);
  return one.case_uid === null ? [current, ...earlier] : [one.case_uid, current, ...earlier];
}

export function numberAlias(courtCode: string, number: string): string {
  return `${courtCode}|${number}`;
}
