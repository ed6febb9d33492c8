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
import { type PeriodFault, readPeriod, readPeriods } from "../compared.ts";
import { choice, line } from "../controls.ts";
import { typedDate, typedMoment } from "../snippet.ts";
import { LANGUAGE_NAMES, words as studio } from "../words/index.ts";
import { words } from "./words/index.ts";

/** What one place on a page asks for otherwise than the theme and the page do; null: as they do. */
export interface Choices {
  layout: (typeof LAYOUTS)[number] | null;
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
  /** Of a comparison, as far as they are typed. They stay when another layout is looked at. */
  period: string | null;
  with: string | null;
  /** What a picture in mail shows. */
  mailed: "edition" | "newest";
  /** Empty: none. */
  heading: "" | null;
  /** Of this place alone, as far as it is typed; null: none. */
  ownHeading: string | null;
}

/** A comparison is no look of a theme's, but another question. */
const LAYOUTS = [...THEME_LAYOUTS, "compare"] as const;
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
  const isComparison = chosen.layout === "compare";
  const ofComparison = () => html`<div class="pair">
    ${line(words.period, chosen.period ?? "", (text) => choose({ ...chosen, period: text || null }), {
      name: "period",
      help: words.periodHelp,
      wrong: refused(readPeriod(chosen.period).fault),
      max: 40,
    })}
    ${line(words.with, chosen.with ?? "", (text) => choose({ ...chosen, with: text || null }), {
      name: "with",
      help: words.withHelp,
      wrong: refused(readPeriods(chosen.with).fault),
      max: 300,
    })}
  </div>`;
  const ofCounter = () => html`${list(
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
    ${list("weeks", words.weeks, WEEKS, words.weeksOwn, (one) => words.weeksOf(one))}`;
  return html`<div class="pair">
    ${list("layout", words.layout, LAYOUTS, words.asTheme, (one) => words.layouts[one])}
    ${
      isComparison
        ? ofComparison()
        : list("chart", words.chart, THEME_CHARTS, words.asTheme, (one) => words.charts[one])
    }
    ${list("lang", studio.language, LANGS, words.asPage, (one) => LANGUAGE_NAMES[one])}
    ${list("scheme", words.scheme, ["light", "dark"], words.asPage, (one) => words[one])}
    ${list("measure", words.measure, MEASURES, words.measures.convictions, (one) => words.measures[one])}
    ${list("offence", words.offence, OFFENCES, words.asNewest, (one) => studio.offences[one])}
    ${isComparison ? "" : ofCounter()}
    ${line(words.asOf, chosen.asOf ?? "", (text) => choose({ ...chosen, asOf: text || null }), {
      name: "as-of",
      help: words.asOfHelp,
      wrong: typed(chosen.asOf, typedMoment),
      max: 15,
    })}
    ${choice(
      words.headingShown,
      ["theme", "own", "none"],
      chosen.ownHeading !== null ? "own" : chosen.heading === "" ? "none" : "theme",
      (one) => ({ theme: words.asTheme, own: words.ownHeading, none: words.charts.none })[one],
      (one) =>
        choose({ ...chosen, heading: one === "none" ? "" : null, ownHeading: one === "own" ? "" : null }),
    )}
    ${
      chosen.ownHeading === null
        ? ""
        : line(words.ownHeading, chosen.ownHeading, (text) => choose({ ...chosen, ownHeading: text }), {
            name: "own-heading",
            help: words.ownHeadingHelp,
            max: 120,
          })
    }
    ${
      // A number of a day that was named stays in mail, too.
      typedMoment(chosen.asOf) === null
        ? choice(
            words.mailed,
            ["edition", "newest"],
            chosen.mailed,
            (one) => words.mailedAs[one],
            (mailed) => choose({ ...chosen, mailed }),
          )
        : ""
    }
  </div>`;
}

/** Why what was typed isn't a period; null: it is, or nothing was. */
function refused(fault: PeriodFault | null): string | null {
  return fault && words.periodFaults[fault.kind](fault.typed);
}

/** A first day belongs to a total alone: the service refuses it of anything else. */
function withSpan(chosen: Choices): Choices {
  return chosen.span === "total" ? chosen : { ...chosen, since: null };
}
