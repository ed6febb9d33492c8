import { html, type TemplateResult } from "lit";
import { LANGS } from "../../../worker/contract/terms.ts";
import {
  DENSITIES,
  HIDEABLE_PARTS,
  THEME_CHARTS,
  THEME_LAYOUTS,
  type ThemeStyle,
} from "../../../worker/contract/theme.ts";
import { choice, line, slider, tick } from "../controls.ts";
import { parseFamilies, SAFE_FAMILIES } from "../draft/families.ts";
import { PRESET_STYLES, PRESETS } from "../draft/presets.ts";
import { LANGUAGE_NAMES, words } from "../words/index.ts";

/** What a field needs of the editor. `typed` holds what can't be read yet, by field. */
export interface Editing {
  style: ThemeStyle;
  typed: ReadonlyMap<string, string>;
  set(field: string, patch: Partial<ThemeStyle>): void;
  /** Keeps what was typed and can't be read; undefined: it can. */
  type(field: string, text: string | undefined): void;
}

export function presetButtons({ style, set }: Editing): TemplateResult {
  const start = (preset: (typeof PRESETS)[number]) => {
    const { name: _, headings: __, lang: ___, ...look } = PRESET_STYLES[preset];
    set(`preset ${preset}`, { ...style, ...look });
  };
  return html`<div class="presets">
    ${PRESETS.map((preset) => html`<button type="button" @click=${() => start(preset)}>${words.presets[preset]}</button>`)}
  </div>`;
}

const OWN = "own";

export function letters({ style, typed, set, type }: Editing): TemplateResult {
  const stacks = ["", ...SAFE_FAMILIES.map((stack) => stack.join(", "))];
  const current = style.font.join(", ");
  const isOwn = typed.has("font") || !stacks.includes(current);
  const choose = (stack: string) => {
    type("font", stack === OWN ? current : undefined);
    if (stack !== OWN) set("font", { font: parseFamilies(stack) ?? [] });
  };
  const write = (text: string) => {
    const font = parseFamilies(text);
    type("font", text);
    if (font) set("font", { font });
  };
  const text = typed.get("font") ?? current;
  return html`<fieldset>
    <legend>${words.letters}</legend>
    ${choice(
      words.font,
      [...stacks, OWN],
      isOwn ? OWN : current,
      (stack) => (stack === OWN ? words.fontOwn : stack || words.fontOfPage),
      choose,
    )}
    ${
      isOwn
        ? line(words.fontOwn, text, write, {
            name: "font",
            help: words.fontHelp,
            wrong: parseFamilies(text) ? null : words.fontWrong,
          })
        : ""
    }
  </fieldset>`;
}

/** The size that the slider begins with. */
const NUMBER_SIZE = 4;

export function shape({ style, set }: Editing): TemplateResult {
  return html`<fieldset>
    <legend>${words.shape}</legend>
    <div class="pair">
      ${choice(
        words.layout,
        THEME_LAYOUTS,
        style.layout,
        (one) => words.layouts[one],
        (layout) => set("layout", { layout }),
      )}
      ${choice(
        words.chart,
        THEME_CHARTS,
        style.chart,
        (one) => words.charts[one],
        (chart) => set("chart", { chart }),
      )}
      ${choice(
        words.density,
        DENSITIES,
        style.density,
        (one) => words.densities[one],
        (density) => set("density", { density }),
      )}
      ${slider(words.radius, style.radius, { min: 0, max: 24, step: 1 }, (radius) => set("radius", { radius }))}
    </div>
    ${tick(words.numberSizeOwn, style.number_size === null, (on) =>
      set("number_size", { number_size: on ? null : NUMBER_SIZE }),
    )}
    ${
      style.number_size === null
        ? ""
        : slider(words.numberSize, style.number_size, { min: 1.5, max: 8, step: 0.25 }, (number_size) =>
            set("number_size", { number_size }),
          )
    }
  </fieldset>`;
}

export function wording({ style, set }: Editing): TemplateResult {
  const head = (lang: (typeof LANGS)[number], text: string) => {
    const { [lang]: _, ...others } = style.headings;
    set(`headings.${lang}`, { headings: text.trim() ? { ...others, [lang]: text } : others });
  };
  return html`<fieldset>
    <legend>${words.wording}</legend>
    ${choice(
      words.lang,
      ["", ...LANGS],
      style.lang ?? "",
      (one) => (one === "" ? words.langOwn : LANGUAGE_NAMES[one]),
      (one) => set("lang", { lang: one === "" ? null : one }),
    )}
    ${LANGS.map((lang) =>
      line(words.heading(LANGUAGE_NAMES[lang]), style.headings[lang] ?? "", (text) => head(lang, text), {
        name: `heading-${lang}`,
        lang,
        max: 120,
      }),
    )}
    <p class="hint">${words.headingHelp}</p>
  </fieldset>`;
}

export function parts({ style, set }: Editing): TemplateResult {
  const show = (part: (typeof HIDEABLE_PARTS)[number], on: boolean) =>
    set("hidden", {
      hidden: HIDEABLE_PARTS.filter((one) => (one === part ? !on : style.hidden.includes(one))),
    });
  return html`<fieldset>
    <legend>${words.parts}</legend>
    ${HIDEABLE_PARTS.map((part) => tick(words.part[part], !style.hidden.includes(part), (on) => show(part, on)))}
  </fieldset>`;
}
