import { html, type TemplateResult } from "lit";
import type { CodingBody } from "../../../worker/contract/coding.ts";
import { choice } from "../controls.ts";
import { courtName } from "../desk/context.ts";
import type { Wish } from "../service/coding.ts";
import { words } from "./words/index.ts";

/** Whose verdicts come next: all courts' and weeks', or those of one, each with how many are left. */
export function filters(
  { courts, weeks }: CodingBody,
  { court, week }: Wish,
  turnTo: (wish: Pick<Wish, "court" | "week">) => void,
): TemplateResult {
  const leftIn = new Map([
    ...courts.map(({ court, left }) => [court, left] as const),
    ...weeks.map(({ week, left }) => [week, left] as const),
  ]);
  const named = (one: string, name: string) => words.withLeft(name, leftIn.get(one) ?? 0);
  return html`<div class="pair">
    ${choice(
      words.court,
      ["", ...courts.map(({ court }) => court)],
      court ?? "",
      (one) => (one ? named(one, courtName(one)) : words.allCourts),
      (one) => turnTo({ court: one || null, week }),
      { name: "coding-court" },
    )}
    ${choice(
      words.week,
      ["", ...weeks.map(({ week }) => week)],
      week ?? "",
      (one) => (one ? named(one, one) : words.allWeeks),
      (one) => turnTo({ court, week: one || null }),
      { name: "coding-week" },
    )}
  </div>`;
}
