/** The field's words, each with one meaning in code, API, docs and page. */

/** What one counted thing is. A share is in per cent, everything else a number of cases, people or texts. */
export const UNITS = [
  "cases_received",
  "convictions",
  "persons_charged",
  "persons_sentenced",
  "verdict_texts_published",
  "suspended_of_published",
  "share_suspended",
] as const;
export type Unit = (typeof UNITS)[number];

/** What can be asked for, as a reader's request spells it. Court records know cases and convictions alone. */
export const MEASURES = ["convictions", "cases-received", "persons-sentenced", "persons-charged"] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * What time a headline is of: the newest week that is over and can be told, the current one so far, the newest such
 * month, the year to date, or all since a date.
 */
export const SPANS = ["week", "this-week", "month", "year", "total"] as const;
export type Span = (typeof SPANS)[number];

/** Offence groups by slug; their articles are in `domain/offence.ts`. */
export const OFFENCES = [
  "desertion",
  "awol",
  "desertion-strict",
  "refusal",
  "surrender",
  "looting",
  "malingering",
] as const;
export type Offence = (typeof OFFENCES)[number];

export const SERVICES = ["mobilised", "contract", "conscript", "officer", "unknown"] as const;
export type Service = (typeof SERVICES)[number];

export const SENTENCES = [
  "suspended",
  "imprisonment",
  "fine",
  "disciplinary-unit",
  "restriction",
  "other",
  "unknown",
] as const;
export type Sentence = (typeof SENTENCES)[number];

export const OUTCOMES = [
  "convicted",
  "acquitted",
  "dismissed",
  "returned",
  "transferred",
  "medical",
  "pending",
  "other",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How sure the value is: printed as such, a lower bound, or rounded. */
export const QUALIFIERS = ["exact", "at_least", "about"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** What a published figure's value is. Only a `total` can take part in arithmetic. */
export const FIGURE_KINDS = [
  "total",
  "per_day",
  "per_working_day",
  "per_week",
  "per_month",
  "percent",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** `records`: court cases that the desk imported. `published`: totals that named publishers printed. */
export const EVIDENCES = ["records", "published"] as const;
export type Evidence = (typeof EVIDENCES)[number];

export const LANGS = ["en", "ru", "uk"] as const;
export type Lang = (typeof LANGS)[number];

/** A recent week is `provisional` until at least 95 % of its records are expected to be in. */
export const STATUSES = ["provisional", "final"] as const;
export type Status = (typeof STATUSES)[number];

/** `first`: nobody coded it; `second`: one of the tenth that somebody else codes again; `third`: the two disagree. */
export const CODING_ROUNDS = ["first", "second", "third"] as const;
export type CodingRound = (typeof CODING_ROUNDS)[number];
