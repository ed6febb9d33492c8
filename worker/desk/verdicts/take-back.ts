import type { CodingCase, UndoRequest } from "../../contract/coding.ts";
import type { Failure } from "../../problem.ts";
import { auditIfChanged } from "../../store/audit.ts";
import { claimAgain, claimsOf, dropIdleClaims, shownClaims } from "../../store/coding/claims.ts";
import { discardBatchOf, dropCoding, isRecord, readCodings } from "../../store/coding/codings.ts";
import type { RecordRow } from "../../store/coding/records.ts";
import { NO_RECORD, notKept } from "./not-kept.ts";

/**
 * Takes a coder's own draft back, and gives them the record again, unless somebody else has it by now. A batch in which
 * it is staged goes, too: it would publish what was taken back.
 */
export async function takeBack(
  db: D1Database,
  { key, defendant, round, desk }: UndoRequest,
  { coder, now, until }: { coder: string; now: string; until: string },
): Promise<{ case: CodingCase | null } | { failure: Failure }> {
  const record = { key, defendant };
  // Nothing is claimed, and so no key is kept, that isn't a record's.
  if (!(await isRecord(db, record))) return NO_RECORD;
  // Where another coder was first, it went into the second round.
  const own = (await readCodings(db, record)).filter((one) => one.coder === coder);
  const kept = own.find((one) => (one.round === "third") === (round === "third"));
  const of = kept?.round ?? round;
  const at = { coder, desk };
  await db.batch([
    discardBatchOf(db, record, of, coder),
    dropCoding(db, record, of, coder),
    auditIfChanged(db, now, coder, "code-undo", key, { defendant, round: of }),
  ]);
  const left = (await readCodings(db, record)).some((one) => one.coder === coder && one.round === of);
  if (left)
    return {
      failure: notKept(
        "published",
        "It is published, or was looked into since. Correct it as the records are corrected.",
      ),
    };
  const results = await db.batch<RecordRow>([
    claimAgain(db, at, record, of, now, until),
    dropIdleClaims(db, at),
    claimsOf(db, at, now),
  ]);
  const rows = (results.at(-1)?.results ?? []).filter(
    (row) => row.case_key === key && row.defendant === defendant,
  );
  return { case: (await shownClaims(db, rows))[0] ?? null };
}
