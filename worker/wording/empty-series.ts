import type { Lang } from "../contract/terms.ts";
import { en } from "./en/empty-series.ts";
import type { EmptySeriesText } from "./language/empty-series-text.ts";
import { ru } from "./ru/empty-series.ts";
import { uk } from "./uk/empty-series.ts";

export const EMPTY_SERIES: Readonly<Record<Lang, EmptySeriesText>> = { en, ru, uk };
