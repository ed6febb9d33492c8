import { PRESET_STYLES, type Preset } from "../../widget/studio/draft/presets.ts";
import { inState } from "../../widget/studio/preview/states.ts";
import { LICENCE } from "../../worker/config.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Lang } from "../../worker/contract/terms.ts";
import { SummaryTheme, ThemeStyle } from "../../worker/contract/theme.ts";
import type { Records } from "../../worker/domain/edition.ts";
import { publishedSummary, type Statement } from "../../worker/domain/published/summary.ts";
import type { SpanQuestion } from "../../worker/domain/question.ts";
import { recordsSummary } from "../../worker/domain/records/summary.ts";
import { SOURCES } from "../../worker/domain/sources.ts";
import { summaryTheme } from "../../worker/domain/theme/summary-theme.ts";
import { summaryText } from "../../worker/wording/index.ts";
import { LOOKS, type Look, PLAIN_STYLE } from "../fixtures/looks.ts";
import { FIGURES, RATES, recordsOn } from "./evidence.ts";

/** What is asked of which evidence in a scene: court records first, then published figures. */
const ASKED = {
  week: { evidence: "records" },
  bars: { evidence: "records" },
  court: { evidence: "records", service: "unknown", weeks: 104 },
  "this-week": { evidence: "records", span: "this-week" },
  month: { evidence: "records", span: "month" },
  year: { evidence: "records", span: "year" },
  total: { evidence: "records", span: "total" },
  sample: { evidence: "records" },
  figures: { evidence: "published" },
  "figures-month": { evidence: "published", span: "month" },
  "figures-year": { evidence: "published", span: "year" },
  "figures-total": { evidence: "published", span: "total" },
  persons: { evidence: "published", span: "total", unit: "persons_sentenced" },
  stale: { evidence: "published" },
  corrected: { evidence: "published" },
  frozen: { evidence: "published" },
  empty: { evidence: "published", court: "77GV0007" },
} as const satisfies Record<string, Partial<SpanQuestion> & { evidence: "records" | "published" }>;

/** A state of the element; `bars` is `week`, drawn in the other way; `court`: no range can be stated. */
export const SCENES = ["before", ...(Object.keys(ASKED) as (keyof typeof ASKED)[]), "failed"] as const;
export type Scene = (typeof SCENES)[number];

/** The days on which a scene is looked at: what is recorded of the current week is the least on the first. */
export const DAYS = { monday: "2026-11-30", thursday: "2026-12-03", sunday: "2026-12-06" } as const;
export type Day = keyof typeof DAYS;

/** A theme that ships with the studio, or a whole look of `fixtures/looks.ts`; `default`: none. */
export type Theme = Preset | Look | "default";

/** What the service answers in a scene; `never`: it doesn't; `unavailable`: 503. */
export function answerOf(
  scene: Scene,
  lang: Lang,
  theme: Theme,
  day: Day = "monday",
): Summary | "never" | "unavailable" {
  if (scene === "before") return "never";
  if (scene === "failed") return "unavailable";
  const summary = summaryOf(scene, lang, DAYS[day]);
  const { byline, note, credit } = theme in LOOKS ? LOOKS[theme as Look] : {};
  const own = {
    ...(byline?.en && { byline: byline.en }),
    ...(note?.en && { note: note.en }),
    ...(credit?.en && { credit: credit.en }),
  };
  return { ...summary, text: { ...summary.text, ...own }, theme: themeOf(theme) };
}

const QUESTION: SpanQuestion = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  evidence: "auto",
  weeks: null,
  span: "week",
  since: null,
};
const records = new Map<string, Records>();

/** As the service itself answers, from other evidence. */
function summaryOf(scene: keyof typeof ASKED, lang: Lang, today: string): Summary {
  const question: SpanQuestion = { ...QUESTION, ...ASKED[scene] };
  const { evidence } = ASKED[scene];
  if (!records.has(today)) records.set(today, recordsOn(today));
  const { source, ...statement }: Statement =
    evidence === "records"
      ? { ...recordsSummary(records.get(today)!, null, { ...question, courts: null }, today), source: null }
      : publishedSummary(FIGURES, RATES, question, today);
  const edition = {
    id: `${today}.1`,
    published_at: `${today}T09:00:00Z`,
    evidence,
    sample: scene === "sample",
    stale: false,
    source: source ?? SOURCES[evidence],
    licence: LICENCE,
  };
  const answer = { edition, ...statement };
  const summary = { ...answer, text: summaryText(answer, { lang, today }), theme: { slug: "default" } };
  const shown = scene === "stale" || scene === "corrected" || scene === "frozen" ? scene : "now";
  return inState(summary, shown, today);
}

/** A theme as a summary carries it once it is published. */
export function themeOf(theme: Theme): SummaryTheme {
  if (theme in LOOKS) {
    const style = ThemeStyle.parse({ ...PLAIN_STYLE, ...LOOKS[theme as Look], name: `Look ${theme}` });
    return summaryTheme({ slug: theme, version: 1, published_at: "2026-01-01T00:00:00Z", style });
  }
  return theme === "default"
    ? { slug: theme }
    : SummaryTheme.parse({ slug: theme, version: 1, ...PRESET_STYLES[theme as Preset] });
}
