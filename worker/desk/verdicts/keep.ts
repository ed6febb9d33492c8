import { DRAFT_CODINGS_MAX } from "../../config.ts";
import type { CodingRequest } from "../../contract/coding.ts";
import type { CodingRound } from "../../contract/terms.ts";
import { lotOf } from "../../domain/coding/lot.ts";
import { sayTheSame } from "../../domain/coding/values.ts";
import type { Failure } from "../../problem.ts";
import { auditIfChanged } from "../../store/audit.ts";
import { releaseClaim } from "../../store/coding/claims.ts";
import {
  type CodingRow,
  countDrafts,
  isRecord,
  keepCoding,
  readCodings,
  readSeed,
} from "../../store/coding/codings.ts";
import { NO_RECORD, notKept } from "./not-kept.ts";

/**
 * Keeps what a coder read, as often as it is sent. Whoever comes second to a record, as after a claim that had expired,
 * has coded it a second time: of two readings none is lost.
 * @returns the round that it went into
 */
export async function keepReading(
  db: D1Database,
  request: CodingRequest,
  { coder, at }: { coder: string; at: string },
): Promise<{ round: CodingRound } | { failure: Failure }> {
  if (!(await isRecord(db, request))) return NO_RECORD;
  const lot = await lotOf(await readSeed(db), request.key, request.defendant);
  // A retry at most for each coder who was quicker.
  for (let tries = 0; tries < 3; tries++) {
    const placed = placeOf(request, await readCodings(db, request), coder);
    if ("failure" in placed) return placed;
    if (placed.kept) return { round: placed.round };
    const { round } = placed;
    if (round !== "second" && (await countDrafts(db, coder)) >= DRAFT_CODINGS_MAX) return FULL;
    const { text, values } = request;
    const [kept] = await db.batch([
      keepCoding(db, request, round, { coder, at, lot }),
      auditIfChanged(db, at, coder, "code", request.key, {
        ...{ defendant: request.defendant, round, text, ...values },
      }),
      releaseClaim(db, { coder, desk: request.desk }, request),
    ]);
    if (kept?.meta.changes) return { round };
  }
  return {
    failure: notKept("code-same-moment", "Others code this record at this very moment. Send it again."),
  };
}

/** Into which round a coding belongs, beside those that are there. */
function placeOf(
  request: CodingRequest,
  codings: readonly CodingRow[],
  coder: string,
): { round: CodingRound; kept: boolean } | { failure: Failure } {
  const of = (round: CodingRound) => codings.find((one) => one.round === round);
  const own = codings.find(
    (one) => one.coder === coder && (one.round === "third") === (request.round === "third"),
  );
  if (own && isSame(own, request)) return { round: own.round, kept: true };
  if (own && own.text === "read") return ALREADY;
  if (request.round === "third") return of("third") ? OTHERS : { round: "third", kept: false };
  const first = of("first");
  if (!first || first.text === "missing") return { round: "first", kept: false };
  // That no text was found says nothing against who has found one.
  if (request.text === "missing" && request.round === "first") return { round: "first", kept: true };
  const second = of("second");
  return !second || second.text === "missing" ? { round: "second", kept: false } : OTHERS;
}

function isSame({ text, values }: CodingRow, request: CodingRequest): boolean {
  if (text !== request.text) return false;
  return !values || !request.values || sayTheSame(values, request.values);
}

const ALREADY = {
  failure: notKept(
    "own-otherwise",
    "You have coded this record otherwise, perhaps in another window. Take that back before you change it.",
  ),
};
const OTHERS = {
  failure: notKept(
    "coded-by-others",
    "Others have coded this record meanwhile, as often as is wanted. Yours changes nothing any more.",
  ),
};
const FULL = {
  failure: notKept(
    "drafts-full",
    `${DRAFT_CODINGS_MAX} codings wait for an edition. Save them as one, then send this again.`,
  ),
};
