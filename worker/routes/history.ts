import { asksManySeries, SeriesQuery } from "../contract/series.ts";
import { refusalPage } from "../embed/frame/refusal-page.ts";
import { historyPage } from "../embed/history/page.ts";
import { reading } from "../reading/reading.ts";
import { seriesBody } from "../reading/series-body.ts";
import { additionHead } from "../wording/index.ts";
import { refusalView } from "./refusal.ts";

/** The page holds no script, no form and nothing from elsewhere, and stands in no other page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const history = reading({
  path: "/history",
  summary: "The history as a page: a picture, a table, and an address for each view",
  description:
    "For readers, with or without JavaScript: the series of `/v1/series` with the same parameters, its picture, its CSV and its edition one click away, and a permanent link to the page as of this edition.",
  query: SeriesQuery,
  example: "granularity=month&lang=uk",
  contentType: "text/html; charset=utf-8",
  response: "An HTML page",
  headers: {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
  },
  shared: true,
  namesHost: true,
  followsCurrent: true,
  refusal: (failure, asked) => refusalPage(refusalView(failure, asked), "alone"),
  costly: (query) => (asksManySeries(query) ? "table" : null),
  answer(query, scene) {
    const { measure, offence, by } = query;
    const one = { measure: [measure], offence: offence && [offence], by: by && [by] };
    const body = seriesBody({ ...query, ...one }, scene);
    if ("failure" in body) return body;
    const { origin, additions, edition } = scene;
    const later = (additions.get(edition.id) ?? []).map(
      (addition) => `${additionHead(addition, body.text.lang)}: ${addition.text}`,
    );
    return historyPage({ body, asked: askedOf(query), origin, later });
  },
});

/** The question in one spelling, without what holds anyway. */
function askedOf(query: SeriesQuery): URLSearchParams {
  const defaults: Readonly<Record<string, unknown>> = SeriesQuery.parse({});
  const entries = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === defaults[name]) return [];
    return [[name, typeof value === "object" ? value.label : String(value)]];
  });
  return new URLSearchParams(entries);
}
