import type { CasesDiff, Change, CourtChange } from "../contract/changes.ts";
import type { ShareChange } from "../contract/share-change.ts";
import { OFFENCES, type Offence, type Unit } from "../contract/terms.ts";
import type { ComparedCase, Standing } from "../domain/compared-case.ts";
import { OFFENCE_ARTICLES } from "../domain/offence.ts";
import { CODED, type CodedCount, sharesBetween } from "../domain/records/shares.ts";
import { joinScopes, scopeMeets } from "../domain/scope.ts";
import { weekNameOf } from "../domain/week-index.ts";

/** How many cases of an offence a week has in the edition in force. */
export type CountBefore = (unit: Unit, offence: Offence, week: number) => number;

/** What the edition in force counts. */
export interface CountsBefore {
  count: CountBefore;
  coded: CodedCount;
}

/** What the compared cases change in the weekly counts, all defendants of a case being among them. */
export function diffCases(
  compared: readonly ComparedCase[],
  same: number,
  { count: before, coded }: CountsBefore,
): CasesDiff {
  // Counted by week and scope first: a few hundred of them stand for any number of cases.
  const counts = new Map<string, number>();
  const add = (unit: Unit, week: number | null, scope: string, delta: number) => {
    if (week === null) return;
    const key = `${unit} ${week} ${scope}`;
    counts.set(key, (counts.get(key) ?? 0) + delta);
  };
  let convictions = 0;
  for (const { before: was, after: is } of compared) {
    convictions += Number(is?.outcome === "convicted") - Number(was?.outcome === "convicted");
    if (was?.outcome === "convicted") add("convictions", was.decided_week, was.scope, -1);
    if (is?.outcome === "convicted") add("convictions", is.decided_week, is.scope, 1);
  }
  for (const defendants of Map.groupBy(compared, ({ case_key }) => case_key).values()) {
    const was = receipt(defendants.flatMap(({ before: standing }) => standing ?? []));
    const is = receipt(defendants.flatMap(({ after: standing }) => standing ?? []));
    if (was) add("cases_received", was.week, was.scope, -1);
    if (is) add("cases_received", is.week, is.scope, 1);
  }
  const counted = (change: ComparedCase["change"]) => compared.filter((row) => row.change === change).length;
  const shares = sharesChanged(compared, coded);
  const recoded = compared.filter(isRecoded).length;
  return {
    same,
    added: counted("new"),
    changed: counted("changed") + counted("absorbed"),
    vanished: counted("vanished"),
    convictions,
    changes: [...byOffence(counts)].flatMap(([key, delta]) => toChange(key, delta, before)).sort(byWeek),
    courts: courtsOf(compared),
    shares,
    recoded,
  };
}

/** The diff of several parts together: parts never share a case, so their differences add up. */
export function mergeDiffs(a: CasesDiff, b: CasesDiff): CasesDiff {
  const changes = new Map(a.changes.map((change) => [changeKey(change), { ...change }]));
  for (const change of b.changes) {
    const known = changes.get(changeKey(change));
    if (known) known.after += change.after - change.before;
    else changes.set(changeKey(change), { ...change });
  }
  const courts = new Map(a.courts.map((court) => [court.court, { ...court }]));
  for (const court of b.courts) courts.set(court.court, addCourts(courts.get(court.court), court));
  return {
    same: a.same + b.same,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    vanished: a.vanished + b.vanished,
    convictions: a.convictions + b.convictions,
    changes: [...changes.values()].filter(({ before, after }) => before !== after).sort(byWeek),
    courts: [...courts.values()].sort((x, y) => (x.court < y.court ? -1 : 1)),
    shares: mergeShares(a.shares ?? [], b.shares ?? []),
    recoded: (a.recoded ?? 0) + (b.recoded ?? 0),
    numbers_twice: [...(a.numbers_twice ?? []), ...(b.numbers_twice ?? [])].slice(0, 50),
    implausible: [...(a.implausible ?? []), ...(b.implausible ?? [])].slice(0, 50),
  };
}

/** Both count from the same edition, so what they add to it adds up. */
function mergeShares(a: readonly ShareChange[], b: readonly ShareChange[]): ShareChange[] {
  const merged = new Map(a.map((share) => [shareKey(share), share]));
  for (const share of b) {
    const known = merged.get(shareKey(share));
    const after = known && {
      value: known.after.value + share.after.value - share.before.value,
      known: known.after.known + share.after.known - share.before.known,
    };
    merged.set(shareKey(share), known && after ? { ...known, after } : share);
  }
  return [...merged.values()];
}

function sharesChanged(compared: readonly ComparedCase[], coded: CodedCount): ShareChange[] {
  const deltas = new Map<string, number>();
  const add = (one: Standing | null, delta: number) => {
    if (one?.outcome !== "convicted") return;
    for (const offence of OFFENCES) {
      if (!scopeMeets(one.scope, OFFENCE_ARTICLES[offence])) continue;
      for (const by of CODED) {
        const key = `${offence} ${by} ${one[by]}`;
        deltas.set(key, (deltas.get(key) ?? 0) + delta);
      }
    }
  };
  for (const { before, after } of compared) {
    add(before, -1);
    add(after, 1);
  }
  return sharesBetween(
    coded,
    (offence, by, key) => coded(offence, by, key) + (deltas.get(`${offence} ${by} ${key}`) ?? 0),
  );
}

/** Whether what was coded, or decided, would be something else. */
function isRecoded({ before, after }: ComparedCase): boolean {
  if (!before || !after || before.outcome === "pending" || before.outcome === "withdrawn") return false;
  return (
    before.outcome !== after.outcome ||
    CODED.some((by) => before[by] !== "unknown" && before[by] !== after[by])
  );
}

const shareKey = ({ type, by, key }: ShareChange) => `${type.offence} ${by} ${key}`;

export const NO_DIFF: CasesDiff = {
  same: 0,
  added: 0,
  changed: 0,
  vanished: 0,
  convictions: 0,
  changes: [],
  courts: [],
  shares: [],
  recoded: 0,
  numbers_twice: [],
  implausible: [],
};

/** A case is received once, in its first defendant's week, for what all its defendants are charged with. */
function receipt(standings: readonly Standing[]): { week: number; scope: string } | null {
  const weeks = standings.flatMap(({ received_week }) => received_week ?? []);
  if (weeks.length === 0) return null;
  return { week: Math.min(...weeks), scope: joinScopes(standings.map(({ scope }) => scope)) };
}

/** Counts by unit, week and scope as counts by unit, offence and week: a case counts for each offence it is about. */
function byOffence(counts: ReadonlyMap<string, number>): Map<string, number> {
  const deltas = new Map<string, number>();
  for (const [key, delta] of counts) {
    const [unit, week, scope = ""] = key.split(" ");
    for (const offence of OFFENCES) {
      if (!scopeMeets(scope, OFFENCE_ARTICLES[offence])) continue;
      const of = `${unit} ${offence} ${week}`;
      deltas.set(of, (deltas.get(of) ?? 0) + delta);
    }
  }
  return deltas;
}

function toChange(key: string, delta: number, before: CountBefore): Change[] {
  if (delta === 0) return [];
  const [unit, offence, week] = key.split(" ") as [Unit, Offence, string];
  const was = before(unit, offence, Number(week));
  const type = { unit, offence, articles: [...OFFENCE_ARTICLES[offence]] };
  return [{ week: weekNameOf(Number(week)), type, before: was, after: was + delta }];
}

function courtsOf(compared: readonly ComparedCase[]): CourtChange[] {
  const courts = new Map<string, CourtChange>();
  for (const { court_code: court, change } of compared) {
    if (change === "untouched") continue;
    const kind = change === "new" ? "added" : change === "absorbed" ? "changed" : change;
    const one = { court, added: 0, changed: 0, vanished: 0, [kind]: 1 };
    courts.set(court, addCourts(courts.get(court), one));
  }
  return [...courts.values()].sort((x, y) => (x.court < y.court ? -1 : 1));
}

function addCourts(a: CourtChange | undefined, b: CourtChange): CourtChange {
  if (!a) return b;
  return {
    court: a.court,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    vanished: a.vanished + b.vanished,
  };
}

const changeKey = ({ week, type }: Change) => `${week} ${type.unit} ${type.offence}`;
const byWeek = (a: Change, b: Change) => (changeKey(a) < changeKey(b) ? -1 : 1);
