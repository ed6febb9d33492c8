import type { Summary } from "../../../worker/contract/summary.ts";
import { summaryText } from "../../../worker/wording/index.ts";

export const STATES = ["now", "provisional", "corrected", "frozen", "stale", "sample", "waiting"] as const;
export type State = (typeof STATES)[number];

/** A share by which an invented state differs from what stands: enough to be seen. */
const SHARE = 0.08;
/** Weeks at the end of a series that are invented to be still growing. */
const GROWING_WEEKS = 3;

/**
 * The summary as it would be in another state, with the words that the service itself would write. Only the preview
 * shows it: no state but `now` is true of the number.
 */
export function inState(summary: Summary, state: State, today: string): Summary {
  const { text, theme, ...answer } = summary;
  const changed = { ...answer, ...changesOf(answer, state) };
  // A heading of the publisher's is set on the element, so the service's own is composed here.
  return { ...changed, theme, text: summaryText(changed, { lang: text.lang, today }) };
}

type Answer = Omit<Summary, "text" | "theme">;

function changesOf({ edition, headline, series }: Answer, state: State): Partial<Answer> {
  const value = headline.value ?? 0;
  const { id, published_at } = edition;
  const less = Math.max(1, Math.round(value * SHARE));
  switch (state) {
    case "now":
    case "waiting":
      return {};
    case "provisional": {
      const from = Math.max(0, series.values.length - GROWING_WEEKS);
      const around = (middle: number) => ({ low: middle - less, mid: middle, high: middle + less });
      return {
        edition: { ...edition, evidence: "records" },
        headline: {
          ...headline,
          value: value - less,
          shown: "expected",
          status: "provisional",
          completeness: 1 - SHARE,
          expected: around(value),
          change: null,
        },
        series: {
          ...series,
          provisional_from: from,
          expected: series.values.slice(from).map((one) => (one === null ? null : around(Math.round(one)))),
        },
      };
    }
    case "corrected":
      return headline.period
        ? {
            correction: {
              edition: { id, published_at },
              period: headline.period,
              before: Math.max(0, value - less),
              after: value,
            },
          }
        : {};
    case "frozen":
      return {
        since: {
          edition: { id, published_at },
          value: value + less,
          qualifier: headline.qualifier,
          difference: less,
        },
      };
    case "stale":
      return { edition: { ...edition, stale: true } };
    case "sample":
      return { edition: { ...edition, sample: true } };
    default:
      return state satisfies never;
  }
}
