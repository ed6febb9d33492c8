import type { Lang } from "../../../../worker/contract/terms.ts";
import { LATIN_NAMES } from "../../../../worker/domain/published/publisher.ts";
import { plain } from "./answers.ts";

/** What stands in Latin letters in Russian and Ukrainian too: names, numbers of quarters, the Criminal Code's courts by code. */
const LATIN_ASIDE = new RegExp(
  [
    ...LATIN_NAMES.map((name) => name.replaceAll(/[.()]/g, "\\$&")),
    "HuffPost",
    "\\b[IV]+\\b",
    "\\d{2}[AGKO]V\\d{4}",
  ].join("|"),
  "g",
);

/** Words that compare one count with another. */
const COMPARING =
  /(?:(?:more|fewer) than (?:in|between|on)|as many as|the same as|больше, чем|меньше, чем|столько же|більше, ніж|менше, ніж|стільки ж)/g;

/** What is wrong with a composed text, of whatever it speaks; empty: nothing. */
export function faultsIn(text: string, lang: Lang): string[] {
  const faults = new Map<string, boolean>([
    ["something that isn't a word", /undefined|null|NaN|Infinity|\[object|Invalid|\{n\}/.test(text)],
    [
      "spaces or stops",
      /[ \u00a0]{2}|[ \u00a0][,.;:)!?]|\([ \u00a0]|[,;:]{2}|\.\.|\(\)|\)\s\(|^\s|\s$/.test(text),
    ],
    ["a dash or dot that may begin a line", / [—·] ?/.test(text)],
    ["a punishment that is a week's", PUNISHED_A_WEEK[lang].test(plain(text))],
    ["a reader's own country", /in Russia(?!n|’s)|в России|в Росії/.test(text)],
    ["the week in which it is read", THIS_WEEK[lang].test(plain(text))],
    ["the wrong alphabet", isForeign(text, lang)],
    ["a number and its noun", disagrees(plain(text), lang)],
    ["a part of a per cent", /\d[.,]\d+[ \u00a0]?%/.test(text)],
    ["a percentage of few", percentagesIn(text).some(({ of }) => of !== null && of < FEW)],
    ["at least nothing", /(?:at least|не менее|не менше) (?:0(?![.,\d])|no )/.test(plain(text))],
    ["a comparison with the unknown", /an unknown number|неизвестное число|невідома кількість/.test(text)],
  ]);
  return [...faults].filter(([, is]) => is).map(([fault]) => fault);
}

/** Below this a percentage tells less than the counts do. */
export const FEW = 20;

const PERCENTAGE =
  /(\d+) ?% (?:more|fewer|больше|меньше|більше|менше)[^()]*(?:\((?:[^()\d]* )?(\d[\d ,]*)\))?/g;

/** What a text says is so many per cent more or fewer, and of how many where it says that. */
export function percentagesIn(text: string): { percent: number; of: number | null }[] {
  return [...plain(text).matchAll(PERCENTAGE)].map(([, percent, of]) => ({
    percent: Number(percent),
    of: of === undefined ? null : Number(of.replaceAll(/[ ,]/g, "")),
  }));
}

/** How many comparisons a text draws. */
export function comparisonsIn(text: string): number {
  return plain(text).match(COMPARING)?.length ?? 0;
}

const PUNISHED_A_WEEK: Readonly<Record<Lang, RegExp>> = {
  en: /(?:imprisonment|sentences?|terms?|fines?|unit|service|isn’t known) a (?:week|month)/,
  ru: /(?:свободы|срок\S*|штраф\S*|част[иь]|служб[еы]|наказани\S+) в (?:неделю|месяц)/,
  uk: /(?:волі|строк\S*|штраф\S*|частині|обмежен\S*|покаран\S+) на (?:тиждень|місяць)/,
};

const THIS_WEEK: Readonly<Record<Lang, RegExp>> = {
  en: /this (?:week|year)/i,
  ru: /на этой неделе|в этом году/i,
  uk: /цього (?:тижня|року)/i,
};

function isForeign(text: string, lang: Lang): boolean {
  if (lang === "en") return /\p{Script=Cyrillic}/u.test(text);
  const own = text.replaceAll(LATIN_ASIDE, "");
  return /[A-Za-z]{2}/.test(own) || (lang === "ru" ? /[іїєґʼ]/i : /[ыэъё]/i).test(own);
}

const PLURALS = {
  en: new Intl.PluralRules("en-GB"),
  ru: new Intl.PluralRules("ru", { maximumFractionDigits: 1 }),
  uk: new Intl.PluralRules("uk", { maximumFractionDigits: 1 }),
};

/** The endings of "обвинительный приговор" beside a number, and of "уголовное дело". */
const ENDINGS: Readonly<
  Record<"ru" | "uk", readonly (readonly [RegExp, Readonly<Record<string, string>>])[]>
> = {
  ru: [
    [
      /((?:около|не менее|менее) )?(\d[\d ]*(?:,\d)?) (обвинительн\S+ приговор\S*)/g,
      {
        one: "обвинительный приговор",
        few: "обвинительных приговора",
        many: "обвинительных приговоров",
        other: "обвинительного приговора",
      },
    ],
    [
      /((?:около|не менее|менее) )?(\d[\d ]*(?:,\d)?) (нов\S+ уголовн\S+ дел\S*)/g,
      {
        one: "новое уголовное дело",
        few: "новых уголовных дела",
        many: "новых уголовных дел",
        other: "нового уголовного дела",
      },
    ],
  ],
  uk: [
    [
      /((?:близько|не менше|менше) )?(\d[\d ]*(?:,\d)?) (обвинувальн\S+ вирок\S*|обвинувальн\S+ вирок\S*)/g,
      {
        one: "обвинувальний вирок",
        few: "обвинувальні вироки",
        many: "обвинувальних вироків",
        other: "обвинувального вироку",
      },
    ],
    [
      /((?:близько|не менше|менше) )?(\d[\d ]*(?:,\d)?) (нов\S+ кримінальн\S+ справ\S*)/g,
      {
        one: "нову кримінальну справу|нова кримінальна справа",
        few: "нові кримінальні справи",
        many: "нових кримінальних справ",
        other: "нової кримінальної справи",
      },
    ],
  ],
};

function disagrees(text: string, lang: Lang): boolean {
  if (lang === "en") {
    const counted =
      /(?<![\d.,])(one|1|no|\d[\d,]*(?:\.\d)?) (?:new court )?(convictions?|cases?|soldiers?|verdicts?)\b/g;
    return [...text.matchAll(counted)].some(([, number, noun]) => {
      const isOne = number === "one" || number === "1";
      return isOne === noun!.endsWith("s");
    });
  }
  return ENDINGS[lang].some(([pattern, endings]) =>
    [...text.matchAll(pattern)].some(([, about, numeral, noun]) => {
      const value = Number(numeral!.replaceAll(" ", "").replace(",", "."));
      const category = PLURALS[lang].select(value);
      // "About" and "at least" take the genitive.
      const isSingular = category === "one" || category === "other";
      const ending = about ? endings[isSingular ? "other" : "many"] : endings[category];
      return !ending!.split("|").includes(noun!.replace(/[.,:;]$/, ""));
    }),
  );
}
