import { html, type TemplateResult } from "lit";
import { LANGS } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { ALIGNMENTS, AREAS, FIGURES, LABEL_CASES } from "../../../worker/contract/theme-look.ts";
import { choice, line, tick } from "../controls.ts";
import { parseFamilies } from "../draft/families.ts";
import { unreadable } from "../draft/faults.ts";
import { LINE_LENGTHS, LINES } from "../draft/lines.ts";
import { limitsOf, MEASURES, type NumberField, readNumber, WEIGHTS } from "../draft/numbers.ts";
import { LANGUAGE_NAMES } from "../words/index.ts";
import type { Editing } from "./editing.ts";
import { below } from "./fields.ts";
import { words } from "./words/index.ts";

/** What is rarely chosen: families and weights of their own, lines, measures. Each is as usual where it is empty. */
export function further(editing: Editing): TemplateResult {
  const { style } = editing;
  return html`<p class="hint">${words.furtherHelp}</p>
    <div class="pair">
      ${families(editing, "heading_font", words.headingFont)} ${families(editing, "number_font", words.numberFont)}
      ${WEIGHTS.map((field) => number(editing, field, field === "heading_weight" ? words.headingWeight : words.numberWeight))}
      ${choice(
        words.figuresField,
        FIGURES,
        style.figures ?? "tabular",
        (one) => words.figures[one],
        (one) => put(editing, "figures", one === "tabular" ? undefined : one),
        below(editing, "figures", style.figures === "old-style" ? words.oldStyleHelp : undefined),
      )}
      ${choice(
        words.labelCase,
        LABEL_CASES,
        style.label_case ?? "none",
        (one) => words.labelCases[one],
        (one) => put(editing, "label_case", one === "none" ? undefined : one),
        below(editing, "label_case"),
      )}
      ${choice(
        words.align,
        ALIGNMENTS,
        style.align ?? "start",
        (one) => words.alignments[one],
        (one) => put(editing, "align", one === "start" ? undefined : one),
        below(editing, "align"),
      )}
      ${choice(
        words.area,
        ["usual", ...AREAS] as const,
        style.area ?? "usual",
        (one) => words.areas[one],
        (one) => put(editing, "area", one === "usual" ? undefined : one),
        below(editing, "area"),
      )}
      ${MEASURES.map((field) => {
        const { least, most } = limitsOf(field);
        return number(editing, field, words.inPixels(words.lookMeasures[field]), words.between(least, most));
      })}
    </div>
    ${tick(words.transparent, style.transparent === true, (on) => put(editing, "transparent", on || undefined))}`;
}

/** The paper's own lines, in each of the languages. */
export function ownLines(editing: Editing): TemplateResult {
  const { style, set } = editing;
  return html`${LINES.map((name) =>
    LANGS.map((lang) => {
      const type = (text: string) => {
        const { [lang]: _, ...others } = style[name] ?? {};
        const left = text.trim() ? { ...others, [lang]: text } : others;
        set(`${name}.${lang}`, {
          [name]: Object.keys(left).length > 0 ? left : undefined,
        } as Partial<ThemeStyle>);
      };
      return line(words[name](LANGUAGE_NAMES[lang]), style[name]?.[lang] ?? "", type, {
        ...below(editing, `${name}.${lang}`),
        lang,
        max: LINE_LENGTHS[name],
      });
    }),
  )}
  <studio-logo .logo=${style.logo} .label=${style.name}
    @logo=${({ detail }: CustomEvent<ThemeStyle["logo"]>) => put(editing, "logo", detail)}></studio-logo>`;
}

function families(editing: Editing, field: "heading_font" | "number_font", label: string): TemplateResult {
  const written = editing.written(field);
  return line(
    label,
    written ?? editing.style[field]?.join(", ") ?? "",
    (text) => {
      const font = parseFamilies(text);
      editing.write(field, text);
      if (font) put(editing, field, font.length > 0 ? font : undefined);
    },
    {
      ...below(editing, field),
      list: "families",
      placeholder: words.asTypeface,
      settle: () => settle(editing, field),
    },
  );
}

function number(editing: Editing, field: NumberField, label: string, help?: string): TemplateResult {
  const written = editing.written(field);
  return line(
    label,
    written ?? String(editing.style[field] ?? ""),
    (text) => {
      const read = readNumber(field, text);
      editing.write(field, text);
      if (read !== null) put(editing, field, read);
    },
    { ...below(editing, field, help), placeholder: words.asUsual, settle: () => settle(editing, field) },
  );
}

/** What can be read is shown as it is kept, once its field is left. */
function settle(editing: Editing, field: string): void {
  const written = editing.written(field);
  if (written !== undefined && !unreadable(field, written)) editing.write(field, undefined);
}

/** @param value undefined: as usual, which is kept as nothing */
function put<Field extends keyof ThemeStyle>(
  { set }: Editing,
  field: Field,
  value: ThemeStyle[Field] | undefined,
): void {
  set(field, { [field]: value } as unknown as Partial<ThemeStyle>);
}
