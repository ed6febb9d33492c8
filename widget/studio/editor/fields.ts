import { html, type TemplateResult } from "lit";
import { LANGS } from "../../../worker/contract/terms.ts";
import { DENSITIES, HIDEABLE_PARTS, THEME_CHARTS, THEME_LAYOUTS } from "../../../worker/contract/theme.ts";
import { choice, line, slider, tick } from "../controls.ts";
import { parseFamilies, SAFE_FAMILIES } from "../draft/families.ts";
import { unreadable } from "../draft/faults.ts";
import { PRESET_STYLES, PRESETS } from "../draft/presets.ts";
import { LANGUAGE_NAMES } from "../words/index.ts";
import { type Editing, idOf } from "./editing.ts";
import { words } from "./words/index.ts";

export function presetButtons({ style, set }: Editing): TemplateResult {
  const start = (preset: (typeof PRESETS)[number]) => {
    const { name: _, headings: __, lang: ___, ...look } = PRESET_STYLES[preset];
    set(`preset ${preset}`, { ...style, ...look });
  };
  return html`<div class="presets" role="group" aria-label=${words.start}>
    ${PRESETS.map((preset) => html`<button type="button" @click=${() => start(preset)}>${words.presets[preset]}</button>`)}
  </div>`;
}

/** Families of type by their names; readers' own systems have those that are suggested. */
export function typeface(editing: Editing): TemplateResult {
  const write = (text: string) => {
    const font = parseFamilies(text);
    editing.write("font", text);
    if (font) editing.set("font", { font });
  };
  const written = editing.written("font");
  return html`${line(words.font, written ?? editing.style.font.join(", "), write, {
    ...below(editing, "font", words.fontHelp),
    list: "families",
    placeholder: words.fontOfPage,
    settle: () => {
      if (written !== undefined && !unreadable("font", written)) editing.write("font", undefined);
    },
  })}
    <datalist id="families">${SAFE_FAMILIES.map((stack) => html`<option value=${stack.join(", ")}></option>`)}</datalist>`;
}

/** The size that the slider begins with. */
const NUMBER_SIZE = 4;

export function layoutField(editing: Editing): TemplateResult {
  return choice(
    words.layout,
    THEME_LAYOUTS,
    editing.style.layout,
    (one) => words.layouts[one],
    (layout) => editing.set("layout", { layout }),
    below(editing, "layout"),
  );
}

export function shape(editing: Editing): TemplateResult {
  const { style, set } = editing;
  return html`<div class="pair">
      ${choice(
        words.chart,
        THEME_CHARTS,
        style.chart,
        (one) => words.charts[one],
        (chart) => set("chart", { chart }),
        below(editing, "chart"),
      )}
      ${choice(
        words.density,
        DENSITIES,
        style.density,
        (one) => words.densities[one],
        (density) => set("density", { density }),
        below(editing, "density"),
      )}
      ${slider(
        words.radius,
        style.radius,
        { min: 0, max: 24, step: 1 },
        (radius) => set("radius", { radius }),
        below(editing, "radius"),
      )}
    </div>
    ${tick(words.numberSizeOwn, style.number_size === null, (on) =>
      set("number_size", { number_size: on ? null : NUMBER_SIZE }),
    )}
    ${
      style.number_size === null
        ? ""
        : slider(
            words.numberSize,
            style.number_size,
            { min: 1.5, max: 8, step: 0.25 },
            (number_size) => set("number_size", { number_size }),
            below(editing, "number_size"),
          )
    }`;
}

export function wording(editing: Editing): TemplateResult {
  const { style, set } = editing;
  const head = (lang: (typeof LANGS)[number], text: string) => {
    const { [lang]: _, ...others } = style.headings;
    set(`headings.${lang}`, { headings: text.trim() ? { ...others, [lang]: text } : others });
  };
  return html`${LANGS.map((lang) =>
    line(words.heading(LANGUAGE_NAMES[lang]), style.headings[lang] ?? "", (text) => head(lang, text), {
      ...below(editing, `headings.${lang}`),
      lang,
      max: 120,
    }),
  )}
    <p class="hint">${words.headingHelp}</p>
    ${choice(
      words.lang,
      ["", ...LANGS],
      style.lang ?? "",
      (one) => (one === "" ? words.langOwn : LANGUAGE_NAMES[one]),
      (one) => set("lang", { lang: one === "" ? null : one }),
      below(editing, "lang"),
    )}`;
}

export function parts({ style, set }: Editing): TemplateResult {
  const show = (part: (typeof HIDEABLE_PARTS)[number], on: boolean) =>
    set("hidden", {
      hidden: HIDEABLE_PARTS.filter((one) => (one === part ? !on : style.hidden.includes(one))),
    });
  return html`<div id="hidden" role="group" aria-label=${words.parts} tabindex="-1">
    ${HIDEABLE_PARTS.map((part) => tick(words.part[part], !style.hidden.includes(part), (on) => show(part, on)))}
  </div>`;
}

/** Where a field stands, and what is said below it. */
export function below(editing: Editing, field: string, help?: string) {
  const fault = editing.fault(field);
  return { name: idOf(field), help, wrong: fault && words.faults[fault] };
}
