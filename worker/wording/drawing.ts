import type { DrawingText, Series, Summary } from "../contract/summary.ts";
import { DAYS_A_WEEK, dayNumber } from "../domain/calendar.ts";
import { firstDayOf, monthIndex } from "../domain/month-turns.ts";
import type { Language } from "./language/language.ts";
import { ticksUpTo } from "./ticks.ts";

type Drawn = Pick<Summary, "type" | "headline" | "series">;

/** Room for the time below a drawing, in pixels: in the narrowest column that is supported, and from 240 on. */
const NARROW = 130;
const ROOMY = 238;
/** Letters beside a drawing are 11 pixels high; the widest of them, Cyrillic ones, so wide. */
const LETTER = 7.5;
/** A digit, and a separator of thousands. */
const DIGIT = 6.2;
/** What stays free between two names. */
const APART = 5;
/** How many months may lie between two names. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** What is written around a drawing: a scale of round numbers, the time, and what is drawn otherwise. */
export function drawingText(answer: Drawn, words: Language): DrawingText {
  const scale = scaleOf(answer, words);
  return { scale, axis: axisOf(answer, scale, words), key: keyOf(answer, words) };
}

function scaleOf({ series: { values, expected } }: Drawn, { formats }: Language): DrawingText["scale"] {
  if (values.every((value) => value === null)) return [];
  const peak = Math.max(1, ...values.map(Number), ...(expected ?? []).map((range) => range?.high ?? 0));
  return ticksUpTo(peak).map((value) => [value, formats.number(value)]);
}

/**
 * The beginnings of months or years, a January by its year, as close as their names don't meet. The drawing stretches,
 * the letters don't: so what has no room in a narrow column is shown in a wider one alone.
 */
function axisOf(answer: Drawn, scale: DrawingText["scale"], words: Language): DrawingText["axis"] {
  const { start, granularity } = answer.series;
  const length = lengthOf(answer);
  if (!start || scale.length === 0) return [];
  const days = dayNumber(start);
  const first = monthIndex(start) + (start.endsWith("-01") ? 0 : 1);
  const at = (month: number) =>
    granularity === "month"
      ? month - monthIndex(start)
      : Math.round((10 * (dayNumber(firstDayOf(month)) - days)) / DAYS_A_WEEK) / 10;
  const months: number[] = [];
  for (let month = first; at(month) < length; month++) months.push(month);

  const gutter = APART + DIGIT * Math.max(...scale.map(([, numeral]) => numeral.length));
  const nameOf = (month: number) =>
    month % 12 === 0 ? String(month / 12) : words.drawing.months[month % 12]!;
  const widthOf = (month: number) => nameOf(month).length * (month % 12 === 0 ? DIGIT : LETTER);
  /** Names begin where their months do; the last one may reach below the scale, which stands to the right. */
  const fits = (those: readonly number[], width: number) =>
    those.every((month, index) => {
      const next = those[index + 1];
      const from = (at(month) / length) * (width - gutter);
      const to = next === undefined ? width : (at(next) / length) * (width - gutter) - APART;
      return from + widthOf(month) <= to;
    });
  const chosen = (step: number, width: number) => {
    const those = months.filter((month) => month % step === 0);
    return fits(those, width) ? those : those.slice(0, -1);
  };
  const step = STEPS.find((one) => fits(chosen(one, NARROW), NARROW)) ?? Number.POSITIVE_INFINITY;
  const finer = STEPS.find((one) => step % one === 0 && fits(chosen(one, ROOMY), ROOMY)) ?? step;
  const narrow = chosen(step, NARROW);
  const roomy = chosen(finer, ROOMY);
  const both = [...new Set([...narrow, ...roomy])].sort((a, b) => a - b);
  if (both.length === 0) return [[0, words.formats.dayMonth(start)]];
  return both.map((month) =>
    narrow.includes(month) ? [at(month), nameOf(month)] : [at(month), nameOf(month), 1],
  );
}

/** Weeks or months that the drawing is wide: the series, and the current week in its own place. */
function lengthOf({ headline: { so_far }, series: { start, values, granularity } }: Drawn): number {
  if (!so_far || !start || granularity === "month") return values.length;
  const week = (dayNumber(so_far.period.start) - dayNumber(start)) / DAYS_A_WEEK;
  return Math.max(values.length, week + 1);
}

function keyOf({ type, headline, series }: Drawn, { drawing }: Language): DrawingText["key"] {
  const told = series.values.slice(series.provisional_from ?? series.values.length);
  const key: DrawingText["key"] = [];
  if (told.some((value, index) => value !== null && series.expected?.[index])) {
    key.push({ mark: "estimate", text: drawing.estimate });
  }
  if (series.qualifiers.some(([, , qualifier]) => qualifier === "at_least")) {
    key.push({ mark: "bound", text: drawing.bound });
  }
  if (isDrawnSoFar(type, headline, series)) key.push({ mark: "so-far", text: drawing.soFar });
  return key;
}

function isDrawnSoFar(type: Drawn["type"], { value, so_far }: Drawn["headline"], { start }: Series): boolean {
  return start !== null && (so_far !== null || (type.span === "this-week" && value !== null));
}
