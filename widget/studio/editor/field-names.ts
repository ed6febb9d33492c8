import { LANGS } from "../../../worker/contract/terms.ts";
import { LINES } from "../draft/lines.ts";
import { LANGUAGE_NAMES } from "../words/index.ts";
import { COLOURS } from "./colours.ts";
import { words } from "./words/index.ts";

/** Fields of a theme as the editor calls them, with their scheme or language. */
export function namesOf(fields: Iterable<string>): string {
  const names = fieldNames();
  return [...new Set(fields)].map((field) => names[field] ?? field).join("; ");
}

/** In the language of this moment. */
function fieldNames(): Readonly<Record<string, string>> {
  return {
    name: words.name,
    slug: words.slug,
    font: words.font,
    radius: words.radius,
    density: words.density,
    number_size: words.numberSize,
    layout: words.layout,
    chart: words.chart,
    lang: words.lang,
    hidden: words.hidden,
    heading_font: words.headingFont,
    number_font: words.numberFont,
    heading_weight: words.headingWeight,
    number_weight: words.numberWeight,
    figures: words.figuresField,
    label_case: words.labelCase,
    align: words.align,
    transparent: words.transparent,
    area: words.area,
    logo: words.logo,
    ...words.lookMeasures,
    ...Object.fromEntries(
      COLOURS.flatMap((colour) => [
        [`light.${colour}`, `${words.colour[colour]} · ${words.light}`],
        [`dark.${colour}`, `${words.colour[colour]} · ${words.dark}`],
      ]),
    ),
    ...Object.fromEntries(
      LANGS.flatMap((lang) => [
        [`headings.${lang}`, words.heading(LANGUAGE_NAMES[lang])],
        ...LINES.map((name) => [`${name}.${lang}`, words[name](LANGUAGE_NAMES[lang])]),
      ]),
    ),
  };
}
