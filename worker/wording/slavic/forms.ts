import type { Sureness } from "../language/amount.ts";
import { type Formats, NBSP } from "../language/formats.ts";

/**
 * Forms of a counted noun in Russian and Ukrainian: 1 приговор, 2 приговора, 5 приговоров, 1,5 приговора.
 * `many` is also the genitive plural, `other` (after a decimal) also the genitive singular.
 */
export interface Forms {
  one: string;
  few: string;
  many: string;
  other: string;
}

export function forms(one: string, few: string, many: string, other: string): Forms {
  return { one, few, many, other };
}

/** The noun beside a number that nothing governs: "22 приговора". */
export function agreeing(noun: Forms, category: Intl.LDMLPluralRule): string {
  return category === "one" || category === "few" || category === "many" ? noun[category] : noun.other;
}

/** The noun beside a number in the genitive: "около 22 приговоров", "не менее 21 приговора". */
export function genitive(noun: Forms, category: Intl.LDMLPluralRule): string {
  return category === "one" || category === "other" ? noun.other : noun.many;
}

/** Number and noun in one language; `words` are its "at least", "about" and so on, which govern the genitive. */
export function counting(f: Formats, words: Readonly<Record<Exclude<Sureness, "exact">, string>>) {
  const qualified = (numeral: string, sureness: Sureness) =>
    sureness === "exact" ? numeral : `${words[sureness]}${NBSP}${numeral}`;
  const counted = (noun: Forms, value: number, sureness: Sureness = "exact", numeral = f.number(value)) => {
    const form = sureness === "exact" ? agreeing : genitive;
    // With a word before it, number and noun would be wider than a narrow column.
    const blank = sureness === "exact" ? NBSP : " ";
    return `${qualified(numeral, sureness)}${blank}${form(noun, f.category(value))}`;
  };
  return { qualified, counted };
}
