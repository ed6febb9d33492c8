import type { Figure } from "../../../worker/contract/figure.ts";
import type { Unit } from "../../../worker/contract/terms.ts";

export interface Search {
  text: string;
  /** "": whatever was counted. */
  unit: Unit | "";
  /** Only those that contradict another. */
  conflicting: boolean;
}

/**
 * The figures that are looked for, the newest period first.
 * @param contradicted ids of those that contradict another
 * @param say a figure in the words in which the list shows it
 */
export function found(
  figures: readonly Figure[],
  { text, unit, conflicting }: Search,
  contradicted: { has(id: string): boolean },
  say: (figure: Figure) => string,
): Figure[] {
  return figures
    .filter(
      (figure) =>
        (unit === "" || figure.unit === unit) &&
        (!conflicting || contradicted.has(figure.id)) &&
        isAbout(figure, say(figure), text),
    )
    .sort(newestFirst);
}

/** Whether all words of a search stand in what the list shows of a figure, or in its address. */
function isAbout({ value, series, source_url, note }: Figure, line: string, text: string): boolean {
  const said = [line, String(value), series, source_url, note ?? ""].join(" ").toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

function newestFirst(a: Figure, b: Figure): number {
  if (a.period.end !== b.period.end) return a.period.end < b.period.end ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
