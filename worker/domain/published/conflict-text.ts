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

/** A sentence quotes so many figures, and says how many more there are. */
const QUOTED = 5;

/** "Persons sentenced under articles 332, 337 and 338: 8,594 for … according to …, but 8,589 …" */
export function describeDifferentValues([first, ...others]: readonly Figure[]): string {
  const [a, [b, ...more]] = [first!, others];
  const further = quoted(more, QUOTED - 2, (figure) => `${amount(figure)} ${printer(figure)}`);
  return `${subject(a)}: ${statement(a)}, but ${amount(b!)} for the same period ${printer(b!)}${further}.`;
}

export function describeDifferentPeriods([first, ...others]: readonly Figure[]): string {
  const [a, [b, ...more]] = [first!, others];
  const of = (figure: Figure) => `for ${span(figure.period)} ${printer(figure)}`;
  return `${subject(a)}: the same ${amount(a)} ${of(a)} and ${of(b!)}${quoted(more, QUOTED - 2, of)}.`;
}

/**
 * @param figures that say another number of one period than the `others` together
 * @param follows what the `others` together say of it
 */
export function describeDisagreement(
  [first, ...figures]: readonly Figure[],
  others: readonly Figure[],
  follows: number,
): string {
  const more = quoted(figures, QUOTED - 1, (figure) => `${amount(figure)} ${printer(figure)}`);
  return `${subject(first!)}: ${statement(first!)}${more}, but ${COUNT.format(follows)} follows from ${list(others)}.`;
}

/** `by` is how much less the later total says. */
export function describeFall(figures: readonly Figure[], period: Period, by: number): string {
  return `${subject(figures[0]!)}: the totals fall by ${COUNT.format(by)} within ${span(period)}: ${list(figures)}.`;
}

/** @param parts of which the first is quoted, with the lowest of the `wholes` */
export function describeLargerPart(parts: readonly Figure[], wholes: readonly Figure[]): string {
  const [part, whole] = [parts[0]!, wholes.toSorted((a, b) => a.value - b.value)[0]!];
  const more = parts.length + wholes.length - 2;
  const further = more > 0 ? ` The same is said by ${more} more.` : "";
  return `${subject(part)}: ${statement(part)}, more than the ${amount(whole)} under ${scope(whole)} for ${span(whole.period)} ${printer(whole)}, which include them.${further}`;
}

/** ", 12 according to …, and 495 more"; nothing where there are none. */
function quoted(figures: readonly Figure[], most: number, quote: (figure: Figure) => string): string {
  const named = figures.slice(0, most).map((figure) => `, ${quote(figure)}`);
  const more = figures.length - named.length;
  return `${named.join("")}${more > 0 ? `, and ${more} more` : ""}`;
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
