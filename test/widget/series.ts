import { SeriesBody } from "../../worker/contract/series.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { AGREEMENT } from "../../worker/wording/agreement.ts";
import { seriesText } from "../../worker/wording/index.ts";
import { published, records } from "./summary.ts";

export const KEYS = ["suspended", "imprisonment", "fine"];
const WEEK_MS = 7 * 86_400_000;

/** Weeks as the service answers them: the same number in each, the last one still growing. */
export function series(url: URL, evidence: "records" | "published" = "records"): SeriesBody {
  const { edition, type } = evidence === "records" ? records() : published();
  const by = url.searchParams.get("by") === "sentence" ? "sentence" : null;
  const keys = by ? KEYS : [null];
  const points = Array.from({ length: 80 }, (_, week) => {
    const monday = Date.UTC(2024, 0, 1) + week * WEEK_MS;
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const isLast = week === 79 && evidence === "records";
    return keys.map((key, index) => ({
      label: `2024+W${week}`,
      period: { start: day(monday), end: day(monday + WEEK_MS - 1) },
      key,
      value: isLast ? 20 : 100 + index,
      known: by ? 300 : null,
      status: isLast ? ("provisional" as const) : ("final" as const),
      qualifier: "exact" as const,
      coverage: 1,
      completeness: isLast ? 0.2 : 1,
      expected: isLast && !by ? { low: 80, mid: 95, high: 120 } : null,
    }));
  }).flat();
  const lang = (url.searchParams.get("lang") ?? "en") as Lang;
  const rate = evidence === "published";
  const agreement = { n: 36, agreed: 32, kappa: 0.78, interval: { low: 0.57, high: 0.98 } };
  const coding = by ? AGREEMENT[lang].by("sentence", agreement) : "";
  const text = seriesText({ edition, type, rate, by, keys: by ? KEYS : [], coding }, lang);
  return SeriesBody.parse({ edition, type, granularity: "week", by, points, reason: null, text });
}
