import type { Figure } from "../../contract/figure.ts";
import { dayNumber } from "../calendar.ts";
import { expandScope, isWithin, scopeKey } from "../offence.ts";
import { printedRange } from "./printed-range.ts";

/** Figures of one whole, and the parts of its articles or its period that have more. */
export interface LargerParts {
  parts: Figure[];
  wholes: Figure[];
}

/** So many parts and wholes of one scope and period are named: what is wrong shows in a few. */
const NAMED = 20;

interface Measured {
  figure: Figure;
  scope: string;
  articles: ReadonlySet<string>;
  start: number;
  end: number;
  low: number;
  high: number;
}

/**
 * For each scope and period, the totals of a part of it that exceed one of its own.
 * @param totals of one unit, place and kind of service
 * @param isKnown whether a pair is listed for another reason already
 */
export function largerParts(
  totals: readonly Figure[],
  isKnown: (part: Figure, whole: Figure) => boolean,
): LargerParts[] {
  const measured = totals.map(measure);
  const byWhole = Map.groupBy(measured, ({ scope, start, end }) => `${scope} ${start} ${end}`);
  return [...byWhole.values()].flatMap((wholes) => {
    const { scope, articles, start, end } = wholes[0]!;
    const least = wholes.reduce((low, { high }) => Math.min(low, high), Infinity);
    const larger = measured.filter(
      (part) =>
        part.low > least &&
        part.start >= start &&
        part.end <= end &&
        !(part.scope === scope && part.start === start && part.end === end) &&
        isWithin(part.articles, articles),
    );
    const parts = new Set<Figure>();
    const exceeded = new Set<Figure>();
    for (const part of larger.slice(0, NAMED)) {
      for (const whole of wholes.slice(0, NAMED)) {
        if (part.low <= whole.high || isKnown(part.figure, whole.figure)) continue;
        parts.add(part.figure);
        exceeded.add(whole.figure);
      }
    }
    return parts.size > 0 ? [{ parts: [...parts], wholes: [...exceeded] }] : [];
  });
}

function measure(figure: Figure): Measured {
  const { period, articles } = figure;
  const [start, end] = [dayNumber(period.start), dayNumber(period.end)];
  const scope = { scope: scopeKey(articles), articles: expandScope(articles) };
  return { figure, ...scope, start, end, ...printedRange(figure) };
}
