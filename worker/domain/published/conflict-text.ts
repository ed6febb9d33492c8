import type { Period } from "../../contract/common.ts";
import type { Figure } from "../../contract/figure.ts";
import type { FigureKind, Qualifier, Unit } from "../../contract/terms.ts";

const UNIT: Readonly<Record<Unit, string>> = {
  cases_received: "Cases received",
  convictions: "Convictions",
  persons_charged: "Persons charged",
  persons_sentenced: "Persons sentenced",
  verdict_texts_published: "Published texts of verdicts",
  suspended_of_published: "Suspended sentences in published texts of verdicts",
  share_suspended: "Share of suspended sentences",
};

const PER: Readonly<Record<FigureKind, string>> = {
  total: "",
  per_day: " a day",
  per_working_day: " a working day",
  per_week: " a week",
  per_month: " a month",
  percent: " per cent",
};

const QUALIFIER: Readonly<Record<Qualifier, string>> = { exact: "", about: "about ", at_least: "at least " };

const SCOPE: Readonly<Record<string, string>> = {
  toughened: "the military articles toughened in September 2022",
  ch33: "chapter 33 of the Criminal Code",
  any: "any article",
};

const COUNT = new Intl.NumberFormat("en");
const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "Persons sentenced under articles 332, 337 and 338: 8,594 for … according to …, but 8,589 …" */
export function describeDifferentValues(a: Figure, b: Figure): string {
  return `${subject(a)}: ${statement(a)}, but ${amount(b)} for the same period ${printer(b)}.`;
}

export function describeDifferentPeriods(a: Figure, b: Figure): string {
  return `${subject(a)}: the same ${amount(a)} for ${span(a.period)} ${printer(a)} and for ${span(b.period)} ${printer(b)}.`;
}

/** `follows` is what the `others` together say of the figure's period. */
export function describeDisagreement(figure: Figure, others: readonly Figure[], follows: number): string {
  return `${subject(figure)}: ${statement(figure)}, but ${COUNT.format(follows)} follows from ${list(others)}.`;
}

/** `by` is how much less the later total says. */
export function describeFall(figures: readonly Figure[], period: Period, by: number): string {
  return `${subject(figures[0]!)}: the totals fall by ${COUNT.format(by)} within ${span(period)}: ${list(figures)}.`;
}

export function describeLargerPart(part: Figure, whole: Figure): string {
  return `${subject(part)}: ${statement(part)}, more than the ${amount(whole)} under ${scope(whole)} for ${span(whole.period)} ${printer(whole)}, which include them.`;
}

function subject(figure: Figure): string {
  const { unit, region, service } = figure;
  const where = region ? `, ${region}` : "";
  const whose = service ? `, ${service} service` : "";
  return `${UNIT[unit]} under ${scope(figure)}${where}${whose}`;
}

function scope({ articles }: Figure): string {
  const names = articles.map((article) => SCOPE[article] ?? article);
  const numbered = articles.every((article) => !(article in SCOPE));
  if (!numbered) return names.join(" and ");
  const last = names.at(-1);
  return names.length === 1 ? `article ${last}` : `articles ${names.slice(0, -1).join(", ")} and ${last}`;
}

function list(figures: readonly Figure[]): string {
  return figures.map(statement).join("; ");
}

function statement(figure: Figure): string {
  return `${amount(figure)} for ${span(figure.period)} ${printer(figure)}`;
}

function amount({ value, qualifier, kind }: Figure): string {
  return `${QUALIFIER[qualifier]}${COUNT.format(value)}${PER[kind]}`;
}

function printer({ publisher }: Figure): string {
  return `according to ${publisher}`;
}

function span({ start, end }: Period): string {
  return start === end ? day(start) : `${day(start)} to ${day(end)}`;
}

function day(date: string): string {
  return DATE.format(new Date(`${date}T00:00:00Z`));
}
