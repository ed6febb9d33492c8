import { READERS } from "../../../worker/desk/formats/ledger-columns.ts";
import { isLedgerDay } from "../../../worker/domain/published/ledger-days.ts";
import { articlesIn } from "./articles.ts";
import { digitsIn } from "./digits.ts";
import { FIELDS, type Field, type TypedFigure } from "./typed.ts";

/** What is wrong with a field, to be said in the language of the visit. */
export const FAULTS = [
  "missing",
  "unfit",
  "address",
  "articles-unknown",
  "number",
  "whole",
  "too-large",
  "share",
  "share-kind",
  "not-a-share",
  "no-such-day",
  "other-times",
  "order",
  "printed-before",
] as const;
export type Fault = (typeof FAULTS)[number];

export type Faults = Partial<Record<Field, Fault>>;

/**
 * What of a form can't be, or contradicts the rest of it, field by field in their order. A form without any is a row that
 * the ledger takes.
 * @param today Moscow date, by which a day is plausible or not
 */
export function faultsIn(typed: TypedFigure, today: string): Faults {
  const found: Faults = { ...ofCells(typed, today) };
  const add = (field: Field, fault: Fault) => {
    found[field] ??= fault;
  };
  const { unit, kind, period_start, period_end, published_on } = typed;
  if ((unit === "share_suspended") !== (kind === "percent")) {
    add("kind", kind === "percent" ? "not-a-share" : "share-kind");
  }
  const value = Number(digitsIn(typed.value, kind));
  if (kind === "percent" && value > 100) add("value", "share");
  if (kind === "total" && !Number.isSafeInteger(value)) add("value", "whole");
  if (period_start && period_end && period_end < period_start) add("period_end", "order");
  // Nobody has counted days that were still to come.
  if (published_on && period_end && period_end > published_on) add("period_end", "printed-before");
  return Object.fromEntries(FIELDS.flatMap((field) => (found[field] ? [[field, found[field]]] : [])));
}

/** Each field by itself, by the readers of the ledger's columns. */
function ofCells(typed: TypedFigure, today: string): Faults {
  const text = (field: "publisher" | "series" | "region" | "note") => {
    const cell = typed[field].trim();
    return "expected" in READERS[field](cell) ? (cell === "" ? "missing" : "unfit") : undefined;
  };
  const day = (field: "published_on" | "period_start" | "period_end", must: boolean): Fault | undefined => {
    const cell = typed[field];
    if (cell === "") return must ? "missing" : undefined;
    if ("expected" in READERS[field](cell)) return "no-such-day";
    return isLedgerDay(cell, today) ? undefined : "other-times";
  };
  const all: Partial<Record<Field, Fault | undefined>> = {
    source_url: ofAddress(typed.source_url.trim()),
    publisher: text("publisher"),
    published_on: day("published_on", false),
    articles: ofArticles(typed.articles),
    region: text("region"),
    value: ofValue(typed),
    period_start: day("period_start", true),
    period_end: day("period_end", true),
    series: text("series"),
    note: text("note"),
  };
  return Object.fromEntries(Object.entries(all).filter(([, fault]) => fault !== undefined));
}

function ofAddress(cell: string): Fault | undefined {
  if (cell === "") return "missing";
  return "expected" in READERS.source_url(cell) ? "address" : undefined;
}

function ofArticles(text: string): Fault | undefined {
  const { articles, unknown } = articlesIn(text);
  if (unknown.length > 0) return "articles-unknown";
  if (articles.length === 0) return "missing";
  return "expected" in READERS.articles(articles.join(";")) ? "articles-unknown" : undefined;
}

function ofValue({ value, kind }: TypedFigure): Fault | undefined {
  const cell = digitsIn(value, kind);
  if (cell === "") return "missing";
  if (!("expected" in READERS.value(cell))) return undefined;
  return /^\d+(\.\d+)?$/.test(cell) && Number(cell) > 1 ? "too-large" : "number";
}
