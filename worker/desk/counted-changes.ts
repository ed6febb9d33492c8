import type { CountedChanges } from "../contract/counted-changes.ts";
import { standingOf } from "../domain/compared-case.ts";
import { addRows } from "../domain/records/add-rows.ts";
import { joinScopes } from "../domain/scope.ts";
import type { StagedCase } from "../domain/staged-case.ts";
import { dayIndex, weekIndex } from "../domain/week-index.ts";
import type { KnownCase, KnownRecords } from "../store/cases/known.ts";
import { addDelays, addTouched } from "./merge-counted.ts";

type Row = CountedChanges["convictions"][number];
/** A defendant as the counts have it; null: it counts nowhere. */
type Counted = Pick<StagedCase, "scope" | "outcome" | "service" | "sentence"> & {
  received_on: string | null;
  decided_on: string | null;
  seen_on: string | null;
};

/**
 * What a part of an import adds to the counts of the records in force and takes from them, without staging it.
 * @param watchedSince first day of the desk's unbroken watch; null while it isn't watching
 * @param readOn Moscow date on which the courts' sites were read for it
 */
export function countChanges(
  staged: readonly StagedCase[],
  known: KnownRecords,
  watchedSince: string | null,
  readOn: string,
): CountedChanges {
  const changes = { convictions: [] as Row[], receipts: [] as Row[], delays: [] as CountedChanges["delays"] };
  const touched = staged.filter(({ change }) => change !== "same");
  for (const [key, rows] of Map.groupBy(touched, ({ case_key }) => case_key)) {
    const before = new Map(
      [...(known.get(key) ?? [])].map(([ordinal, one]) => [ordinal, countedBefore(one)]),
    );
    const after = new Map(before);
    for (const row of rows) {
      const was = before.get(row.defendant) ?? null;
      if (row.change === "absorbed") after.delete(row.defendant);
      else after.set(row.defendant, countedAfter(row, was, watchedSince, readOn));
    }
    for (const [counts, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      for (const one of counts.values()) addConviction(changes, one, sign);
      addReceipt(changes, [...counts.values()], sign);
    }
  }
  return {
    convictions: addRows(changes.convictions),
    receipts: addRows(changes.receipts),
    delays: addDelays(changes.delays),
    touched: touchedWeeks(touched),
  };
}

function countedBefore({ inForce, state, verdictSeenOn }: KnownCase): Counted | null {
  if (state.coding.withdrawn !== undefined) return null;
  return { ...inForce, scope: standingOf(inForce).scope, seen_on: verdictSeenOn };
}

function countedAfter(
  row: StagedCase,
  was: Counted | null,
  watchedSince: string | null,
  readOn: string,
): Counted | null {
  if (row.outcome === "withdrawn") return null;
  return { ...row, seen_on: seenOn(row, was, watchedSince, readOn) };
}

/** As the store dates a verdict when it is published. */
function seenOn(
  { first_seen_on, decided_on }: StagedCase,
  was: Counted | null,
  watchedSince: string | null,
  readOn: string,
): string | null {
  if (was?.outcome === "convicted") return was.seen_on;
  if (decided_on === null) return null;
  if (first_seen_on !== null && first_seen_on >= decided_on) return first_seen_on;
  return watchedSince !== null && decided_on >= watchedSince ? readOn : null;
}

type Changes = { -readonly [Field in keyof Omit<CountedChanges, "touched">]: CountedChanges[Field] };

function addConviction(changes: Changes, one: Counted | null, sign: 1 | -1): void {
  if (one?.outcome !== "convicted" || one.decided_on === null || one.scope === "") return;
  const { scope, service, sentence, decided_on, seen_on } = one;
  changes.convictions.push({ scope, service, sentence, ...counted(decided_on, sign) });
  if (seen_on === null) return;
  changes.delays.push({ scope, week: weekIndex(decided_on), day: dayIndex(seen_on), count: sign });
}

/** A case is received once, when its first defendant is, for what all its defendants are charged with. */
function addReceipt(changes: Changes, defendants: readonly (Counted | null)[], sign: 1 | -1): void {
  const counting = defendants.flatMap((one) => one ?? []);
  const scope = joinScopes(counting.map((one) => one.scope));
  const [day] = counting.flatMap(({ received_on }) => received_on ?? []).sort();
  if (day === undefined || scope === "") return;
  const service = [...new Set(counting.map((one) => one.service))].join(",");
  changes.receipts.push({ scope, service, sentence: "unknown", ...counted(day, sign) });
}

function counted(day: string, sign: 1 | -1): Pick<Row, "weeks" | "counts" | "early"> {
  return { weeks: [weekIndex(day)], counts: [sign], early: [day.slice(8) > "06" ? sign : 0] };
}

/** The weeks of new and changed records, with examples: which of them count nowhere is known once all parts are. */
function touchedWeeks(rows: readonly StagedCase[]): CountedChanges["touched"] {
  // Defendants of one case are one record here.
  const seen = new Set<string>();
  return addTouched(
    rows.flatMap((row): CountedChanges["touched"] => {
      if (row.scope === "" || (row.change !== "new" && row.change !== "changed")) return [];
      const { case_number, decided_on, received_on } = row;
      const touch = (unit: "convictions" | "cases_received", court: string, day: string) => {
        const key = `${unit} ${court} ${case_number} ${day}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return { unit, week: weekIndex(day), records: 1, named: [{ court, case_number, day }] };
      };
      return [
        row.outcome === "convicted" && decided_on ? touch("convictions", row.court_code, decided_on) : [],
        row.outcome !== "withdrawn" && received_on
          ? touch("cases_received", row.received_court, received_on)
          : [],
      ].flat();
    }),
  );
}
