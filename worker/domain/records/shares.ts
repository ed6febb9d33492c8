import type { ShareChange } from "../../contract/share-change.ts";
import { OFFENCES, type Offence, SENTENCES, SERVICES } from "../../contract/terms.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import { scopeMeets } from "../scope.ts";
import type { CountedCases } from "../tally.ts";

/** What a share of convictions is taken by: both are read from verdicts' texts, and not of all. */
export const CODED = ["sentence", "service"] as const;
export type Coded = (typeof CODED)[number];

/** How many convictions of an offence have a sentence or a kind of service. */
export type CodedCount = (offence: Offence, by: Coded, key: string) => number;

const KEYS = { sentence: SENTENCES, service: SERVICES } as const;

/** Convictions alike in all but the week, with their counts by week. */
export type CodedConvictions = Pick<CountedCases, "scope" | "sentence" | "service"> & {
  counts: Iterable<number>;
};

/** Looks the counts of all weeks up. */
export function codedIn(convictions: Iterable<CodedConvictions>): CodedCount {
  const sums = new Map<string, number>();
  for (const { scope, sentence, service, counts } of convictions) {
    let sum = 0;
    for (const count of counts) sum += count;
    for (const offence of OFFENCES) {
      if (!scopeMeets(scope, OFFENCE_ARTICLES[offence])) continue;
      for (const key of [`sentence ${sentence}`, `service ${service}`]) {
        const of = `${offence} ${key}`;
        sums.set(of, (sums.get(of) ?? 0) + sum);
      }
    }
  }
  return (offence, by, key) => sums.get(`${offence} ${by} ${key}`) ?? 0;
}

/** The shares that differ between two counts, each with all its keys, so that they add up to their denominators. */
export function sharesBetween(before: CodedCount, after: CodedCount): ShareChange[] {
  return OFFENCES.flatMap((offence) =>
    CODED.flatMap((by): ShareChange[] => {
      const keys: readonly string[] = KEYS[by];
      const known = (count: CodedCount) =>
        keys.reduce((sum, key) => sum + (key === "unknown" ? 0 : count(offence, by, key)), 0);
      const isSame = keys.every(
        (key) => key === "unknown" || before(offence, by, key) === after(offence, by, key),
      );
      if (isSame) return [];
      const type = { unit: "convictions" as const, offence, articles: [...OFFENCE_ARTICLES[offence]] };
      return keys.flatMap((key) =>
        key === "unknown"
          ? []
          : {
              ...{ type, by, key },
              before: { value: before(offence, by, key), known: known(before) },
              after: { value: after(offence, by, key), known: known(after) },
            },
      );
    }),
  );
}
