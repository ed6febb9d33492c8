import type { Lang } from "../../../../worker/contract/terms.ts";
import * as ru from "./ru.ts";
import { type Template, translated } from "./templates.ts";
import * as uk from "./uk.ts";

interface Templates {
  EXPECTED: readonly Template[];
  WARNINGS: readonly Template[];
}

const TEMPLATES: Readonly<Record<Lang, Templates | null>> = { en: null, ru, uk };
const OR_NOTHING: Readonly<Record<Lang, string>> = {
  en: ", or nothing",
  ru: ", или пусто",
  uk: ", або порожньо",
};

/** Words and the language that they are in: English where there is no translation. */
export interface Said {
  text: string;
  lang: Lang;
}

/** What a reader of files expected in a cell, in a language. */
export function expectedIn(lang: Lang, text: string): Said {
  const templates = TEMPLATES[lang]?.EXPECTED;
  if (!templates) return { text, lang: "en" };
  const isOptional = text.endsWith(OR_NOTHING.en);
  const plain = translated(isOptional ? text.slice(0, -OR_NOTHING.en.length) : text, templates);
  if (plain !== null) return { text: `${plain}${isOptional ? OR_NOTHING[lang] : ""}`, lang };
  const whole = translated(text, templates);
  return whole === null ? { text, lang: "en" } : { text: whole, lang };
}

/** What a reader of files warns of, in a language. */
export function warningIn(lang: Lang, text: string): Said {
  const warning = translated(text, TEMPLATES[lang]?.WARNINGS ?? []);
  return warning === null ? { text, lang: "en" } : { text: warning, lang };
}
