import type { CourtCase } from "../contract/court-case.ts";
import type { Outcome } from "../contract/terms.ts";

/** How many are named before they are only counted. */
const NAMED = 20;

/** Outcomes that say nothing against another one: not yet, or in words of another kind. */
const VAGUE: readonly Outcome[] = ["pending", "other"];

/**
 * Cards of one registration of one defendant that end differently, such as `77GV0006 1-14/2024 (convicted, dismissed)`.
 * Which of them is taken doesn't depend on their order (`foldCards`), but somebody has to look.
 */
export class Contradictions {
  readonly #named: string[] = [];
  #more = 0;

  /** @param rows all rows of one defendant of one case */
  look(rows: readonly CourtCase[]): void {
    if (rows.length < 2) return;
    const cards = rows.filter(({ by_hand }) => !by_hand).flatMap((row) => row.cards ?? [row]);
    const told = cards.filter(({ outcome }) => !VAGUE.includes(outcome));
    const registrations = Map.groupBy(told, ({ court_code, case_number }) => `${court_code} ${case_number}`);
    for (const [name, same] of registrations) {
      const outcomes = [...new Set(same.map(({ outcome }) => outcome))].sort();
      if (outcomes.length < 2) continue;
      if (this.#named.length < NAMED) this.#named.push(`${name} (${outcomes.join(", ")})`);
      else this.#more += 1;
    }
  }

  /** In words; null where there is none. */
  note(): string | null {
    if (this.#named.length === 0) return null;
    const all = [...this.#named, ...(this.#more > 0 ? [`${this.#more} more`] : [])].join("; ");
    return `One defendant has two outcomes in these files: ${all}. The rarer one is used; check which is right.`;
  }
}
