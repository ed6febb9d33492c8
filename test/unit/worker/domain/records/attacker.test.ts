import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildEdition } from "../../../../../worker/domain/build-edition.ts";
import type { BuiltEdition, Edition, EditionContent } from "../../../../../worker/domain/edition.ts";
import {
  decodeCourts,
  decodeEdition,
  encodeCourts,
  encodeEdition,
} from "../../../../../worker/domain/edition-body.ts";
import { recordsSeries } from "../../../../../worker/domain/records/series.ts";
import { buildTally, type CountedCases, withoutCourts } from "../../../../../worker/domain/tally.ts";
import { runs } from "../../../../runs.ts";
import { counted } from "../counted-cases.ts";
import { ALL, NOWHERE } from "./editions.ts";

/**
 * An attacker who knows every court card, and so how many cases each court has of each week and article, asks all that
 * an edition, two editions and their corrections answer, and takes bounds: what is left for each court.
 */
const COURTS = ["77GV0008", "39GV0005", "61GV0021"];
const ARTICLES = ["337", "338", "339"];
const DAYS = ["2025-04-28", "2025-05-02", "2025-05-06"];
const READ = ["2025-06-02", "2025-06-09", "2025-06-16"];
const WEEKS = ["2025-W18", "2025-W19"];
const KNOWN = {
  service: ["mobilised", "contract"],
  sentence: ["suspended", "imprisonment"],
} as const;

interface Case {
  court: string;
  articles: readonly string[];
  service: string;
  sentence: string;
  day: string;
  came: number;
  coded: number;
}

const someCase = fc.record({
  court: fc.constantFrom(...COURTS),
  articles: fc.constantFrom(["337"], ["337"], ["338"], ["337", "338"], ["339"]),
  service: fc.constantFrom(...KNOWN.service, "unknown"),
  sentence: fc.constantFrom(...KNOWN.sentence, "unknown"),
  day: fc.constantFrom(...DAYS),
  came: fc.integer({ min: 0, max: 2 }),
  coded: fc.integer({ min: 0, max: 2 }),
});
const someCases = fc.array(someCase, { minLength: 3, maxLength: 30 });

function rowsOf(cases: readonly Case[], edition: number): CountedCases[] {
  const here = cases.filter(({ came }) => came <= edition);
  const kindOf = ({ service, sentence, came, coded }: Case) =>
    came + coded <= edition ? { service, sentence } : { service: "unknown", sentence: "unknown" };
  const groups = Map.groupBy(here, (one) => JSON.stringify([one.court, one.articles, kindOf(one)]));
  return [...groups.values()].map((same) => {
    const { court, articles } = same[0]!;
    const { service, sentence } = kindOf(same[0]!) as { service: string; sentence: CountedCases["sentence"] };
    return counted(
      same.map(({ day }) => day),
      { court, scope: articles.join(";"), service, sentence },
    );
  });
}

async function editionsOf(cases: readonly Case[]): Promise<BuiltEdition[]> {
  const built: BuiltEdition[] = [];
  for (const [edition, readOn] of READ.entries()) {
    const content: EditionContent = {
      provenance: [],
      figures: [],
      records: {
        convictions: rowsOf(cases, edition),
        receipts: [],
        delays: [],
        counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
        arrivals: null,
        readOn,
        stated: { days: [{ courts: null, start: "2025-04-01", end: "2025-06-30" }], unstated: false },
      },
    };
    const publication = {
      sequence: edition + 1,
      id: `${readOn}.1`,
      published_at: `${readOn}T09:00:00Z`,
      kind: "cases" as const,
      note: "",
    };
    const next = await buildEdition(publication, content, built.at(-1) ?? null, false);
    // As KV gives it back.
    built.push({
      edition: decodeEdition(JSON.parse(JSON.stringify(encodeEdition(next.edition)))) as Edition,
      courts: next.courts && decodeCourts(JSON.parse(JSON.stringify(encodeCourts(next.courts)))),
    });
  }
  return built;
}

type Ask = (week: string, articles: readonly string[], filter: Partial<typeof ALL>) => number;

/** What the address answers for one week. */
function asking({ edition, courts }: BuiltEdition): Ask {
  return (week, articles, filter) => {
    const period = { start: week === WEEKS[0] ? "2025-04-28" : "2025-05-05", end: "" };
    period.end = week === WEEKS[0] ? "2025-05-04" : "2025-05-11";
    const named = { label: week, period };
    const answer = recordsSeries(
      edition.records,
      courts,
      { ...ALL, articles, ...filter },
      { granularity: "week", by: null, from: named, to: named },
      "2025-06-30",
      NOWHERE,
    );
    return "points" in answer ? (answer.points[0]?.value ?? 0) : 0;
  };
}

/** Counts of exactly these articles, from those of all that have any of some: by inclusion and exclusion. */
function byScope(count: (articles: readonly string[]) => number): Map<string, number> {
  const answers = new Map(SUBSETS.map((set) => [set.join(), set.length === 0 ? 0 : count(set)]));
  /** All whose articles are among these. */
  const within = (set: readonly string[]) =>
    answers.get(ARTICLES.join())! - answers.get(ARTICLES.filter((one) => !set.includes(one)).join())!;
  return new Map(
    SUBSETS.filter((set) => set.length > 0).map((set) => {
      const parts = SUBSETS.filter((part) => part.every((one) => set.includes(one)));
      const signed = parts.map((part) => ((set.length - part.length) % 2 === 0 ? 1 : -1) * within(part));
      return [set.join(";"), signed.reduce((a, b) => a + b, 0)];
    }),
  );
}

const SUBSETS = Array.from({ length: 2 ** ARTICLES.length }, (_, bits) =>
  ARTICLES.filter((_, at) => (bits >> at) % 2 === 1),
);

const FILTERS = [
  ...KNOWN.service.map((service) => ({ service })),
  ...KNOWN.sentence.map((sentence) => ({ sentence })),
  ...KNOWN.service.flatMap((service) => KNOWN.sentence.map((sentence) => ({ service, sentence }))),
];

interface Margins {
  courts: Map<string, Map<string, number>>;
  kinds: Map<number, Map<string, number>>;
  untold: Map<string, number>;
}

/** All that the attacker can ask about a week, article by article. */
function marginsOf(ask: Ask, week: string): Margins {
  const scopesOf = (filter: Partial<typeof ALL>) => byScope((articles) => ask(week, articles, filter));
  return {
    courts: new Map(COURTS.map((court) => [court, scopesOf({ court, courts: new Set([court]) })])),
    kinds: new Map(FILTERS.map((filter, index) => [index, scopesOf(filter)])),
    untold: scopesOf({ service: "unknown", sentence: "unknown" }),
  };
}

/** Cells of one court, week, scope and kind that follow from the margins, as `court scope filter`. */
function recovered({ courts, kinds }: Margins): Set<string> {
  const found = new Set<string>();
  for (const [filter, scopes] of kinds) {
    for (const [scope, count] of scopes) {
      const all = COURTS.reduce((sum, court) => sum + courts.get(court)!.get(scope)!, 0);
      for (const court of COURTS) {
        const own = courts.get(court)!.get(scope)!;
        const [low, high] = [Math.max(0, own + count - all), Math.min(own, count)];
        if (low === high && high > 0) found.add(`${court} ${scope} ${filter}`);
      }
    }
  }
  return found;
}

/** What an edition brought, by the same bounds: a kind that is told anew is of a case that came or was untold before. */
function recoveredBetween(before: Margins, after: Margins): Set<string> {
  const found = new Set<string>();
  for (const [filter, scopes] of after.kinds) {
    for (const [scope, count] of scopes) {
      const anew = count - before.kinds.get(filter)!.get(scope)!;
      if (anew <= 0) continue;
      const untold = before.untold.get(scope)!;
      const room = COURTS.map((court) => {
        const [was, is] = [before.courts.get(court)!.get(scope)!, after.courts.get(court)!.get(scope)!];
        return Math.max(0, is - was) + Math.min(was, untold);
      });
      const whole = room.reduce((a, b) => a + b, 0);
      for (const [index, court] of COURTS.entries()) {
        const [low, high] = [Math.max(0, anew - (whole - room[index]!)), Math.min(anew, room[index]!)];
        if (low === high && high > 0) found.add(`${court} ${scope} ${filter}`);
      }
    }
  }
  return found;
}

describe("an attacker who subtracts what is given", () => {
  it("recovers cells from counts of which nothing was taken out, so that the attack is one", () => {
    const cases = fc.sample(someCases, { numRuns: 20, seed: 1 });
    const found = cases.map((some) => {
      const courts = { convictions: buildTally(rowsOf(some, 2)), receipts: buildTally([]) };
      const records = { convictions: withoutCourts(courts.convictions), receipts: courts.receipts };
      const bare = { edition: { records: { ...RECORDS, ...records } } as unknown as Edition, courts };
      return recovered(marginsOf(asking(bare), WEEKS[0]!)).size;
    });
    expect(found.reduce((a, b) => a + b)).toBeGreaterThan(20);
  });

  it("recovers none from one edition, nor from two", async () => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const editions = await editionsOf(cases);
        for (const week of WEEKS) {
          const margins = editions.map((built) => marginsOf(asking(built), week));
          for (const one of margins) expect([...recovered(one)]).toEqual([]);
          for (const [at, before] of margins.entries()) {
            for (const after of margins.slice(at + 1))
              expect([...recoveredBetween(before, after)]).toEqual([]);
          }
        }
      }),
      runs(20),
    );
  });

  it("gets no kind of a court's cases at all, from no body that leaves the desk", async () => {
    const [cases] = fc.sample(someCases, { numRuns: 1, seed: 7 });
    for (const { edition, courts } of await editionsOf(cases!)) {
      for (const tally of [courts?.convictions, courts?.told?.convictions]) {
        expect(
          tally?.columns.every(({ service, sentence }) => service === "unknown" && sentence === "unknown"),
        ).toBe(true);
      }
      expect(edition.records?.convictions.columns.every(({ court }) => court === null)).toBe(true);
    }
  });

  it("is told of a share in the corrections only what the editions tell", async () => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        for (const built of await editionsOf(cases)) {
          const ask = asking(built);
          for (const { type, by, key, after } of built.edition.changes?.shares ?? []) {
            if (!type.articles.every((one) => ARTICLES.includes(one))) continue;
            const said = WEEKS.reduce((sum, week) => sum + ask(week, type.articles, { [by]: key }), 0);
            expect(after.value).toBe(said);
          }
        }
      }),
      runs(5),
    );
  });
});

const RECORDS = {
  counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
  outlooks: Object.fromEntries(
    ["desertion", "awol", "desertion-strict", "refusal", "surrender", "looting", "malingering"].map(
      (offence) => [offence, { delay: null, weeks: [] }],
    ),
  ),
  readOn: "2025-06-16",
  newestWeek: 2893,
};
