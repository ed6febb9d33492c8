import type { HistoryWords } from "../../contract/series-text.ts";
import type { Service } from "../../contract/terms.ts";

/** What one language says around a history. */
export interface HistoryTerms extends Omit<HistoryWords, "frozen"> {
  open: string;
  close: string;
  /** Head of a column of Mondays. */
  week: string;
  /** Kinds of service as they stand alone, in the plural. */
  services: Readonly<Record<Service, string>>;
}
