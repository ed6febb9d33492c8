import type { CourtChange, RowsDiff } from "../contract/changes.ts";
import type { ComparedCase } from "../domain/compared-case.ts";
import { CODED } from "../domain/records/shares.ts";

/** Of each kind of record that needs a person's eye so many are named. */
export const NAMED = 50;

/** What the compared cases do to the records, all defendants of a case being among them. */
export function diffCases(compared: readonly ComparedCase[], same: number): RowsDiff {
  let convictions = 0;
  for (const { before: was, after: is } of compared) {
    convictions += Number(is?.outcome === "convicted") - Number(was?.outcome === "convicted");
  }
  const counted = (change: ComparedCase["change"]) => compared.filter((row) => row.change === change).length;
  return {
    same,
    added: counted("new"),
    changed: counted("changed") + counted("absorbed"),
    vanished: counted("vanished"),
    convictions,
    courts: courtsOf(compared),
    recoded: compared.filter(isRecoded).length,
  };
}

/** The diff of several parts together: parts never share a case, so their differences add up. */
export function mergeDiffs(a: RowsDiff, b: RowsDiff): RowsDiff {
  const courts = new Map(a.courts.map((court) => [court.court, { ...court }]));
  for (const court of b.courts) courts.set(court.court, addCourts(courts.get(court.court), court));
  return {
    same: a.same + b.same,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    vanished: a.vanished + b.vanished,
    convictions: a.convictions + b.convictions,
    courts: [...courts.values()].sort((x, y) => (x.court < y.court ? -1 : 1)),
    recoded: (a.recoded ?? 0) + (b.recoded ?? 0),
    numbers_twice: [...(a.numbers_twice ?? []), ...(b.numbers_twice ?? [])].slice(0, NAMED),
    implausible: [...(a.implausible ?? []), ...(b.implausible ?? [])].slice(0, NAMED),
  };
}

/** Whether what was coded, or decided, would be something else. */
function isRecoded({ before, after }: ComparedCase): boolean {
  if (!before || !after || before.outcome === "pending" || before.outcome === "withdrawn") return false;
  return (
    before.outcome !== after.outcome ||
    CODED.some((by) => before[by] !== "unknown" && before[by] !== after[by])
  );
}

export const NO_DIFF: RowsDiff = {
  same: 0,
  added: 0,
  changed: 0,
  vanished: 0,
  convictions: 0,
  courts: [],
  recoded: 0,
  numbers_twice: [],
  implausible: [],
};

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
