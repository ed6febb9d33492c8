import { html, type TemplateResult } from "lit";
import {
  LANGS,
  type Lang,
  OFFENCES,
  type Offence,
  SPANS,
  type Span,
} from "../../../worker/contract/terms.ts";
import { THEME_CHARTS, THEME_LAYOUTS } from "../../../worker/contract/theme.ts";
import { choice, line } from "../controls.ts";
import { LANGUAGE_NAMES, words } from "../words/index.ts";

/** What one place on a page asks for otherwise than the theme and the page do; null: as they do. */
export interface Choices {
  layout: (typeof THEME_LAYOUTS)[number] | null;
  chart: (typeof THEME_CHARTS)[number] | null;
  lang: Lang | null;
  offence: Offence | null;
  span: Span | null;
  /** First day of a total, as far as it is typed; null: of any other span, or the service's own. */
  since: string | null;
}

export const NO_CHOICES: Choices = {
  layout: null,
  chart: null,
  lang: null,
  offence: null,
  span: null,
  since: null,
};

/** The attributes that a snippet can carry. What is chosen here is what the preview shows. */
export function choices(chosen: Choices, choose: (chosen: Choices) => void): TemplateResult {
  const list = <Field extends keyof Choices>(
    field: Field,
    label: string,
    values: readonly NonNullable<Choices[Field]>[],
    own: string,
    name: (value: NonNullable<Choices[Field]>) => string,
  ) =>
    choice(
      label,
      ["", ...values],
      chosen[field] ?? "",
      (value) => (value === "" ? own : name(value)),
      (value) => choose(withSpan({ ...chosen, [field]: value === "" ? null : value })),
    );
  return html`<div class="pair">
    ${list("layout", words.layout, THEME_LAYOUTS, words.asTheme, (one) => words.layouts[one])}
    ${list("chart", words.chart, THEME_CHARTS, words.asTheme, (one) => words.charts[one])}
    ${list("lang", words.language, LANGS, words.asPage, (one) => LANGUAGE_NAMES[one])}
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
            max: 10,
          })
        : ""
    }
  </div>`;
}

/** A first day belongs to a total alone: the service refuses it of anything else. */
function withSpan(chosen: Choices): Choices {
  return chosen.span === "total" ? chosen : { ...chosen, since: null };
}
