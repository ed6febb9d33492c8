import { CompareBody, CompareQuery } from "../contract/compare.ts";
import { comparePeriods } from "../reading/compare-periods.ts";
import { reading } from "../reading/reading.ts";

export const compare = reading({
  path: "/v1/compare",
  summary: "One period against others, in numbers and in a sentence",
  description:
    "`coverage` is the share of a period's days for which anything is known. `difference` and `ratio` are null unless both counts are known, final, counted alike and not lower bounds. For a period that isn't finished, `expected` has the expected final count, with its range, and `same_part` the part that is final beside the same part of the year before.",
  query: CompareQuery,
  example: "evidence=published&measure=cases-received&article=337&period=2023-H1&with=2022,2021",
  contentType: "application/json",
  response: CompareBody,
  followsCurrent: ({ theme }) => theme !== undefined,
  answer: comparePeriods,
});
