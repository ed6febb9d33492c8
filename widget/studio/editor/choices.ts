import { html, type TemplateResult } from "lit";
import {
  LANGS,
  type Lang,
  MEASURES,
  type Measure,
  OFFENCES,
  type Offence,
  SPANS,
  type Span,
} from "../../../worker/contract/terms.ts";
import { THEME_CHARTS, THEME_LAYOUTS } from "../../../worker/contract/theme.ts";
import { choice, line } from "../controls.ts";
import { typedDate, typedMoment } from "../snippet.ts";
import { LANGUAGE_NAMES, words } from "../words/index.ts";

/** What one place on a page asks for otherwise than the theme and the page do; null: as they do. */
export interface Choices {
  layout: (typeof THEME_LAYOUTS)[number] | null;
  chart: (typeof THEME_CHARTS)[number] | null;
  lang: Lang | null;
  scheme: "light" | "dark" | null;
  measure: Measure | null;
  offence: Offence | null;
  span: Span | null;
  /** First day of a total, as far as it is typed; null: of any other span, or the service's own. */
  since: string | null;
  weeks: (typeof WEEKS)[number] | null;
  /** A date or an edition, as far as it is typed. */
  asOf: string | null;
  /** Empty: none. */
  heading: "" | null;
}

/** A quarter, half a year, one, two, and all that the service gives at once. */
const WEEKS = ["13", "26", "52", "104", "260"] as const;
/** What can't be "none" of a list. */
type Listed = "layout" | "chart" | "lang" | "scheme" | "measure" | "offence" | "span" | "weeks";

/** The attributes that a snippet can carry. What is chosen here is what the preview shows. */
export function choices(chosen: Choices, choose: (chosen: Choices) => void): TemplateResult {
  const list = <Field extends Listed>(
    field: Field,
    label: string,
    values: readonly NonNullable<Choices[Field]>[],
    own: string,
    name: (value: NonNullable<Choices[Field]>) => string,
  ) =>
    choice<NonNullable<Choices[Field]> | "">(
      label,
      ["", ...values],
      chosen[field] ?? "",
      (value) => (value === "" ? own : name(value)),
      (value) => choose(withSpan({ ...chosen, [field]: value === "" ? null : value })),
    );
  const typed = (text: string | null, read: (text: string | null) => string | null) =>
    text !== null && read(text) === null ? words.dateWrong : null;
  return html`<div class="pair">
    ${list("layout", words.layout, THEME_LAYOUTS, words.asTheme, (one) => words.layouts[one])}
    ${list("chart", words.chart, THEME_CHARTS, words.asTheme, (one) => words.charts[one])}
    ${list("lang", words.language, LANGS, words.asPage, (one) => LANGUAGE_NAMES[one])}
    ${list("scheme", words.scheme, ["light", "dark"], words.asPage, (one) => words[one])}
    ${list("measure", words.measure, MEASURES, words.measures.convictions, (one) => words.measures[one])}
    ${list("offence", words.offence, OFFENCES, words.asNewest, (one) => words.offences[one])}
    ${list(
      "span",
      words.span,
      SPANS.filter((one) => one !== "week"),
      words.spans.week,
      (one) => words.spans[one],
    )}
    ${
      chosen.span === "total"
        ? line(words.since, chosen.since ?? "", (text) => choose({ ...chosen, since: text || null }), {
            name: "since",
            help: words.sinceHelp,
            wrong: typed(chosen.since, typedDate),
            max: 10,
          })
        : ""
    }
    ${list("weeks", words.weeks, WEEKS, words.weeksOwn, (one) => words.weeksOf(one))}
    ${line(words.asOf, chosen.asOf ?? "", (text) => choose({ ...chosen, asOf: text || null }), {
      name: "as-of",
      help: words.asOfHelp,
      wrong: typed(chosen.asOf, typedMoment),
      max: 15,
    })}
    ${choice(
      words.headingShown,
      ["theme", "none"],
      chosen.heading === "" ? "none" : "theme",
      (one) => (one === "none" ? words.charts.none : words.asTheme),
      (one) => choose({ ...chosen, heading: one === "none" ? "" : null }),
    )}
  </div>`;
}

/** A first day belongs to a total alone: the service refuses it of anything else. */
function withSpan(chosen: Choices): Choices {
  return chosen.span === "total" ? chosen : { ...chosen, since: null };
}
