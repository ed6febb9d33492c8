import type { Figure } from "../../../worker/contract/figure.ts";
import {
  FIGURE_KINDS,
  type FigureKind,
  QUALIFIERS,
  type Qualifier,
  SERVICES,
  type Service,
  UNITS,
  type Unit,
} from "../../../worker/contract/terms.ts";
import { articlesIn } from "./articles.ts";
import { digitsIn } from "./digits.ts";

/** A figure as it is typed, in the order in which one reads it in a newspaper. What isn't said is empty. */
export interface TypedFigure {
  source_url: string;
  publisher: string;
  published_on: string;
  unit: Unit;
  /** Numbers of articles, or words for them. */
  articles: string;
  region: string;
  service: Service | "";
  kind: FigureKind;
  value: string;
  period_start: string;
  period_end: string;
  qualifier: Qualifier;
  series: string;
  note: string;
}

export type Field = keyof TypedFigure;

export const FIELDS = [
  "source_url",
  "publisher",
  "published_on",
  "unit",
  "articles",
  "region",
  "service",
  "kind",
  "value",
  "period_start",
  "period_end",
  "qualifier",
  "series",
  "note",
] as const satisfies readonly Field[];

export const NOTHING_TYPED: TypedFigure = {
  source_url: "",
  publisher: "",
  published_on: "",
  unit: "convictions",
  articles: "",
  region: "",
  service: "",
  kind: "total",
  value: "",
  period_start: "",
  period_end: "",
  qualifier: "exact",
  series: "",
  note: "",
};

export function typedOf(figure: Figure): TypedFigure {
  return {
    source_url: figure.source_url,
    publisher: figure.publisher,
    published_on: figure.published_on ?? "",
    unit: figure.unit,
    articles: figure.articles.join(", "),
    region: figure.region ?? "",
    service: figure.service ?? "",
    kind: figure.kind,
    value: String(figure.value),
    period_start: figure.period.start,
    period_end: figure.period.end,
    qualifier: figure.qualifier,
    series: figure.series,
    note: figure.note ?? "",
  };
}

/** What a form without faults says, see `faultsIn`. */
export function figureOf(typed: TypedFigure, id: string): Figure {
  const said = (text: string) => text.trim() || null;
  return {
    id,
    unit: typed.unit,
    articles: articlesIn(typed.articles).articles,
    region: said(typed.region),
    service: typed.service || null,
    series: typed.series.trim(),
    period: { start: typed.period_start, end: typed.period_end },
    kind: typed.kind,
    value: Number(digitsIn(typed.value, typed.kind)),
    qualifier: typed.qualifier,
    publisher: typed.publisher.trim(),
    published_on: said(typed.published_on),
    source_url: typed.source_url.trim(),
    note: said(typed.note),
  };
}

/** What was kept of a form, whatever became of it on the way. */
export function readTyped(kept: unknown): TypedFigure | null {
  if (typeof kept !== "object" || kept === null) return null;
  const had = kept as Partial<Record<Field, unknown>>;
  const text = (field: Field) => String(had[field] ?? "").slice(0, MOST_CHARACTERS);
  const term = <Term extends string>(field: Field, terms: readonly Term[], otherwise: Term) =>
    terms.find((one) => one === had[field]) ?? otherwise;
  return {
    source_url: text("source_url"),
    publisher: text("publisher"),
    published_on: text("published_on"),
    unit: term("unit", UNITS, NOTHING_TYPED.unit),
    articles: text("articles"),
    region: text("region"),
    service: term("service", ["", ...SERVICES], ""),
    kind: term("kind", FIGURE_KINDS, NOTHING_TYPED.kind),
    value: text("value"),
    period_start: text("period_start"),
    period_end: text("period_end"),
    qualifier: term("qualifier", QUALIFIERS, NOTHING_TYPED.qualifier),
    series: text("series"),
    note: text("note"),
  };
}

/** As many as the longest field takes. */
const MOST_CHARACTERS = 4_000;
