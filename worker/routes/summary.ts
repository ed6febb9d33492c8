import { SummaryQuery } from "../contract/query.ts";
import { Summary } from "../contract/summary.ts";
import { reading } from "../reading/reading.ts";
import { summarise } from "../reading/summarise.ts";

export const summary = reading({
  path: "/v1/summary",
  summary: "All that the element needs: number, series, words and theme",
  description:
    "The headline is the current ISO week so far, or the newest week that has a record; from published figures it is the newest rate. `series` ends with the headline's period. With `as-of` the body has `since`: what the same period counts in the current edition; so this answer is kept as briefly as any other, even as of an edition.",
  query: SummaryQuery,
  example: "weeks=12&lang=uk",
  contentType: "application/json",
  response: Summary,
  followsCurrent: true,
  answer: summarise,
});
