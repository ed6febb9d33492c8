import type { Change } from "../../../worker/contract/changes.ts";
import type { Objection } from "../../../worker/contract/objection.ts";
import { words } from "../words/index.ts";
import { courtName } from "./context.ts";
import { countedIn } from "./counted.ts";

/** What the guard objects to, in the language of this visit. */
export function objectionText(objection: Objection): string {
  const { objections, modes } = words.importing;
  const ifAddition = objections.ifAddition(modes.partial);
  switch (objection.code) {
    case "finished-weeks":
      return objections.finishedWeeks(list(objection.changes.map(weekText), objection.more));
    case "vanished":
      return `${objections.vanished(objection.records)} ${ifAddition}`;
    case "silent-courts":
      return `${objections.silentCourts(list(objection.courts.map(courtName), objection.more))} ${ifAddition}`;
    case "total-falls":
      return objections.totalFalls(objection.before, objection.after);
    case "too-late":
      return objections.tooLate;
  }
}

function weekText(change: Change): string {
  return `${change.week} (${countedIn(change)}, ${change.before} → ${change.after})`;
}

function list(named: readonly string[], more: number): string {
  const text = named.join(", ");
  return more > 0 ? words.importing.objections.andMore(text, more) : text;
}
