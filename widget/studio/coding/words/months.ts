/** A word's form beside a whole number, in a language with one, few and many. */
export function monthsOf(
  lang: "ru" | "uk",
  count: number,
  forms: Readonly<Record<"one" | "few" | "many", string>>,
): string {
  const rule = new Intl.PluralRules(lang).select(count);
  return rule === "one" || rule === "few" ? forms[rule] : forms.many;
}
