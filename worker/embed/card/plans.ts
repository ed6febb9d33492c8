import type { Letters, Size } from "../../contract/card.ts";
import { isWide, nearer, scaleFor, type TypeSizes, typeSizesFor } from "./type-sizes.ts";

/** What a card shows, where there isn't room for all. */
interface Plan {
  chart: boolean;
  detail: boolean;
  /** What is recorded so far of the current week, and the change. */
  extras: boolean;
  /** The smallest scale, as a part of the card's own, at which this is still worth showing. */
  until: number;
}

/** What is left out, and how small the type may get, before the next. What is counted always stands. */
const REGULAR_PLANS: readonly Plan[] = [
  { chart: true, detail: true, extras: true, until: 0.7 },
  { chart: false, detail: true, extras: true, until: 0.5 },
  { chart: false, detail: false, extras: true, until: 0.05 },
];
// Letters that are to be legible shrink only where nothing else is left to leave out.
const LARGE_PLANS: readonly Plan[] = [
  { chart: true, detail: true, extras: true, until: 1 },
  { chart: true, detail: false, extras: true, until: 1 },
  { chart: false, detail: false, extras: true, until: 0.05 },
];
/**
 * A low picture has no room below its words: the chart takes what the number leaves of its line. `until` is here what is
 * left of distances and of whatever is larger than the smallest letters, which don't shrink.
 */
const LOW_PLANS: readonly Plan[] = [
  { chart: true, detail: true, extras: true, until: 0.8 },
  { chart: true, detail: false, extras: true, until: 0.7 },
  { chart: true, detail: false, extras: false, until: 0.7 },
  { chart: false, detail: true, extras: true, until: 0.7 },
  { chart: false, detail: false, extras: true, until: 0.5 },
  { chart: false, detail: false, extras: false, until: 0.5 },
];
const STEP = 0.96;

/** A way to set a card, of which the first that fits is taken. */
export interface Attempt {
  plan: Plan;
  scale: number;
  type: TypeSizes;
  /** A low picture with large letters: its chart is drawn without any. */
  isLow: boolean;
}

/** From the largest type to the smallest, and what is left out before it gets smaller. */
export function* attempts(letters: Letters, size: Size, hasChart: boolean): Generator<Attempt> {
  const own = scaleFor(letters, size);
  const type = typeSizesFor(letters, size);
  const isLow = letters === "large" && isWide(size);
  if (isLow)
    for (const [plan, part] of shrinking(LOW_PLANS, hasChart))
      yield { plan, scale: own, type: nearer(type, part), isLow };
  const plans = isLow ? LARGE_PLANS.slice(-1) : letters === "large" ? LARGE_PLANS : REGULAR_PLANS;
  for (const [plan, part] of shrinking(plans, hasChart)) yield { plan, scale: own * part, type, isLow };
}

function* shrinking(plans: readonly Plan[], hasChart: boolean): Generator<[Plan, part: number]> {
  for (const plan of hasChart ? plans : withoutChart(plans))
    for (let part = 1; part >= plan.until; part *= STEP) yield [plan, part];
}

/** Without anything to draw, all that a plan leaves out for the chart's sake stands. */
function withoutChart(plans: readonly Plan[]): readonly Plan[] {
  const [first, ...others] = plans.filter(({ chart }) => !chart);
  return first?.detail
    ? [first, ...others]
    : [{ chart: false, detail: true, extras: true, until: 1 }, ...plans.slice(-1)];
}
