import { SummaryQuery } from "../contract/query.ts";
import { Summary } from "../contract/summary.ts";
import { reading } from "../reading/reading.ts";
import { refuseSpan } from "../reading/refuse-span.ts";
import { summarise } from "../reading/summarise.ts";

export const summary = reading({
  path: "/v1/summary",
  summary: "All that the element needs: number, series, words and theme",
  description:
    "By default the headline is the newest completed week for which a number can be given: final, or with enough records in to be estimated; from published figures it is the newest rate. `span` asks for another period. `series` ends with the headline's period. With `as-of` the body has `since`: what the same period counts in the current edition; so this answer is kept as briefly as any other, even as of an edition.",
  query: SummaryQuery,
  example: "weeks=12&lang=uk",
  contentType: "application/json",
  response: Summary,
  followsCurrent: true,
  refuse: refuseSpan,
  answer: summarise,
});
