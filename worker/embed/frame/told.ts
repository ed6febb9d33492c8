import type { EditionRef } from "../../contract/common.ts";
import type { EmbedQuery } from "../../contract/embed.ts";
import type { Headline, SummaryText } from "../../contract/summary.ts";
import type { SummaryTheme } from "../../contract/theme.ts";

/** What a page around an answer says of it: a summary's words, or a comparison's. */
export interface Told {
  edition: EditionRef;
  headline?: Pick<Headline, "figure">;
  text: Pick<SummaryText, "lang" | "dir" | "heading" | "sentence" | "status" | "source"> & {
    correction?: string;
  };
  theme?: SummaryTheme | undefined;
}

/** An answer as it is asked for and embedded. */
export interface EmbedView<Answer extends Told> {
  query: EmbedQuery;
  answer: Answer;
  /** Where this deployment answers, without a slash at the end. */
  origin: string;
}
