/** Keeps a number and its unit, or a day and its month, on one line. */
export const NBSP = "\u00a0";
/**
 * Holds what stands on both sides of it on one line. A line may break after a dash or a hyphen (Unicode's annex 14, class
 * BA), and would tear 125–172 in two.
 */
export const JOINER = "\u2060";
/** Between the ends of a range: no line begins or ends with it. */
export const RANGE_DASH = `–${JOINER}`;
/** Intl writes an apostrophe of its own into the Ukrainian Friday. */
const [MODIFIER, APOSTROPHE] = [0x02_bc, 0x20_19].map((code) => String.fromCodePoint(code)) as [
  string,
  string,
];
/** Between the parts of a label: a new line begins with words, never with the dot. */
export const DOT = `${NBSP}· `;

/** Numbers, dates and lists as one locale writes them. Dates are plain ISO dates, without a zone. */
export interface Formats {
  locale: string;
  /** At most one decimal, the language's separators, a true minus sign. */
  number(value: number): string;
  /** A share given in per cent: 62 → `62%`. */
  percent(value: number): string;
  /** A change given in per cent, whole: 7 → `+7%`. */
  signedPercent(value: number): string;
  /** The plural category of a number as `number` prints it. */
  category(value: number): Intl.LDMLPluralRule;
  list(items: readonly string[]): string;
  /** `7 April`, in the case that a date takes (genitive in Slavic languages). */
  dayMonth(date: string): string;
  day(date: string): string;
  /** The month's name as it stands alone. */
  month(date: string): string;
  /** The month's name as it stands in a date. */
  monthInDate(date: string): string;
  weekday(date: string): string;
}

const DECIMALS = { maximumFractionDigits: 1 } as const;

export function formats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { signDisplay: "negative", ...DECIMALS });
  const percent = new Intl.NumberFormat(locale, { style: "percent", ...DECIMALS });
  const signed = new Intl.NumberFormat(locale, { style: "percent", signDisplay: "exceptZero" });
  const plural = new Intl.PluralRules(locale, DECIMALS);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const dayMonth = date({ day: "numeric", month: "long" });
  const month = date({ month: "long" });
  const weekday = date({ weekday: "long" });

  return {
    locale,
    number: (value) => typographic(number.format(value)),
    percent: (value) => typographic(percent.format(value / 100)),
    signedPercent: (value) => typographic(signed.format(value / 100)),
    category: (value) => plural.select(value),
    list: (items) => list.format(items),
    dayMonth: (iso) => dayMonth.format(at(iso)).replaceAll(" ", NBSP),
    day: (iso) => String(at(iso).getUTCDate()),
    month: (iso) => month.format(at(iso)),
    monthInDate: (iso) => dayMonth.formatToParts(at(iso)).find((part) => part.type === "month")!.value,
    weekday: (iso) => weekday.format(at(iso)).replace(MODIFIER, APOSTROPHE),
  };
}

/** First letter in upper case, the rest as it is. */
export function capitalised(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}

function at(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** Intl prints a hyphen for minus in all the languages here. */
function typographic(text: string): string {
  return text.replace("-", "\u2212");
}
