import { COURT_CODE } from "../../contract/court-case.ts";
import type { Court } from "../../domain/courts.ts";
import type { SourceRow } from "../formats/format.ts";
import { courtOfUid } from "./case-uid.ts";
import { type CourtDirectory, isMilitaryName } from "./court-directory.ts";

/** The court of a row, or that it's no military one, or what of it can't be found in the list. */
export type Place = { court: Court } | "other" | { unknown: "caseUid" | "court" };

/**
 * The court whose card it is: by the code in the desk's CSV, else by the name on the page, else by the host, else by
 * the УИД, which a case keeps from the court where it came in first when another one tries it. A court that looks
 * military but isn't listed is unknown.
 */
export function placeOf(row: SourceRow, uid: string | null, courts: CourtDirectory): Place {
  const { courtCode, courtName, courtHost } = row;
  if (courtCode !== null) return byCode(courtCode, courts) ?? { unknown: "court" };
  const named = courtName === null ? null : courts.byName(courtName);
  const hosted = courtHost === null ? null : courts.byHost(courtHost);
  const court = named ?? hosted;
  if (court !== null) return { court };
  const ofUid = uid === null ? null : byCode(courtOfUid(uid), courts);
  if (ofUid !== null && ofUid !== "other") return ofUid;
  if (courtName !== null && isMilitaryName(courtName)) return { unknown: "court" };
  if (ofUid === "other") return "other";
  if (uid !== null) return { unknown: "caseUid" };
  if (courtName === null && (courtHost === null || /gvs|ovs|fvs/.test(courtHost)))
    return { unknown: "court" };
  return "other";
}

/** Null: a military code that isn't in the list. */
function byCode(code: string, courts: CourtDirectory): { court: Court } | "other" | null {
  const court = courts.byCode(code);
  if (court !== null) return { court };
  return COURT_CODE.test(code) && !/^\d{2}[GOAK]V/.test(code) ? "other" : null;
}
