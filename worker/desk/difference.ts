import type { CasesDiff } from "../contract/changes.ts";
import type { DifferenceBody } from "../contract/desk-answers.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { codedIn, sharesBetween } from "../domain/records/shares.ts";
import { compareEditions } from "../store/cases/difference.ts";
import { readWhole } from "../store/distribution.ts";
import { findEdition } from "../store/editions.ts";
import { builtAgain } from "./distribute.ts";
import { headlinesBetween, type Show } from "./headlines.ts";
import { diffLedgers } from "./ledger-diff.ts";
import { weeklyChanges } from "./weekly-changes.ts";

/**
 * How two editions differ, as a review tells it of an edition that isn't published yet. They may come in either order.
 * @param now milliseconds since 1970
 * @returns the id of which there is no edition, where one is missing
 */
export async function differenceBetween(
  env: Env,
  { from: fromId, to: toId }: { from: string; to: string },
  show: Show,
  now: number,
): Promise<DifferenceBody | { missing: string }> {
  const [from, to] = await Promise.all([editionOf(env, fromId), editionOf(env, toId)]);
  if (!from) return { missing: fromId };
  if (!to) return { missing: toId };
  return {
    ...{ from: fromId, to: toId },
    figures: diffLedgers(from.figures, to.figures),
    cases: from.records || to.records ? await casesBetween(env.DB, from, to) : null,
    headlines: headlinesBetween(from, to, show, moscowDate(now)),
  };
}

/** As readers were told it; built again where KV doesn't give it. */
async function editionOf(env: Env, id: string): Promise<Edition | null> {
  const told = await readWhole(env.EDITIONS, id);
  if (told) return told;
  const row = await findEdition(env.DB, id);
  return row && (await builtAgain(env, row)).edition;
}

async function casesBetween(db: D1Database, from: Edition, to: Edition): Promise<CasesDiff> {
  const courts = await compareEditions(db, from.sequence, to.sequence);
  const sum = (of: (court: (typeof courts)[number]) => number) =>
    courts.reduce((total, court) => total + of(court), 0);
  const coded = ({ records }: Edition) => codedIn(records?.convictions.columns ?? []);
  const covered = ({ records }: Edition) =>
    records?.coverage
      ? { convictions: [...records.coverage.convictions], receipts: [...records.coverage.receipts] }
      : null;
  return {
    same: sum(({ same }) => same),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    vanished: sum(({ vanished }) => vanished),
    convictions: sum(({ convictions }) => convictions),
    courts: courts.flatMap(({ court, added, changed, vanished }) =>
      added + changed + vanished > 0 ? { court, added, changed, vanished } : [],
    ),
    changes: weeklyChanges(from.records, to.records),
    shares: sharesBetween(coded(from), coded(to)),
    covered: { before: covered(from), after: covered(to) },
  };
}
