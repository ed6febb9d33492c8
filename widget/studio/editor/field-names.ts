import { LANGS } from "../../../worker/contract/terms.ts";
import { LANGUAGE_NAMES, words } from "../words/index.ts";
import { COLOURS } from "./colours.ts";

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
    ...Object.fromEntries(
      COLOURS.flatMap((colour) => [
        [`light.${colour}`, `${words.colour[colour]} · ${words.light}`],
        [`dark.${colour}`, `${words.colour[colour]} · ${words.dark}`],
      ]),
    ),
    ...Object.fromEntries(LANGS.map((lang) => [`headings.${lang}`, words.heading(LANGUAGE_NAMES[lang])])),
  };
}
