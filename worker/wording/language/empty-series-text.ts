import type { EmptyReason } from "../../contract/series-text.ts";

/** What one language says where nothing is known of any point of a series. None of it may read as a zero. */
export type EmptySeriesText = Readonly<Record<EmptyReason, string>>;
