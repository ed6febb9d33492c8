import { beforeAll, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { openNewsroom } from "./newsroom.ts";

/**
 * A recount from invented cases, in the plainest way: every question is answered by looking at every
 * defendant. It shares no code with the product: not its calendar, nor its articles, nor its tallies.
 */
const ON = "2025-06-30";
const GROUPS: Record<string, string[]> = {
  desertion: ["337", "338"],
  awol: ["337"],
  "desertion-strict": ["338"],
  refusal: ["332", "337", "338"],
  surrender: ["352.1"],
  malingering: ["339"],
};

let room: Awaited<ReturnType<typeof openNewsroom>>;
let defendants: CourtCase[];

beforeAll(async () => {
  room = await openNewsroom(`${ON}T09:00:00Z`);
  defendants = invented(900);
  const id = await room.stageCases(
    defendants.map((one) => ({ ...one, by_hand: true as const })),
    "partial",
  );
  const published = await room.publish(id, "The first import of records");
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  room.restart();
});

/** Cases of two years, a third of them with a second defendant; numbers that look random and are always the same. */
function invented(count: number): CourtCase[] {
  let state = 20_250_630;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = <Item>(...items: Item[]): Item => items[below(items.length)]!;
  const day = (from: string, days: number) =>
    new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, index): CourtCase[] => {
    const court_code = one("77GV0007", "66GV0008", "63GV0004", "27GV0008", "75GV0001");
    const received_on = day("2023-06-01", below(700));
    const decided_on = below(4) === 0 ? null : day(received_on, below(60));
    const defendants = below(3) === 0 ? 2 : 1;
    return Array.from({ length: defendants }, (_, place): CourtCase => {
      const outcome =
        decided_on === null
          ? "pending"
          : one("convicted", "convicted", "convicted", "acquitted", "dismissed");
      const isConvicted = outcome === "convicted";
      return {
        case_uid:
          below(5) === 0 && place === 0 && defendants === 1
            ? null
            : `${court_code}-01-2023-${String(index).padStart(6, "0")}-11`,
        ...{ court_code, case_number: `1-${index + 1}/2023`, earlier_numbers: [], defendant: place + 1 },
        articles: one(
          ["337.5"],
          ["337.2.1", "337.5"],
          ["338.1"],
          ["337.3", "338.2"],
          ["332.2.1"],
          ["352.1.1"],
          ["339.1"],
          ["158.2"],
        ),
        ...{ received_on, decided_on, outcome },
        sentence: isConvicted ? one("unknown", "unknown", "suspended", "imprisonment", "fine") : "unknown",
        term_months: null,
        service: one("unknown", "mobilised", "contract", "conscript", "officer"),
        ...{ source_url: null, first_seen_on: null, removed_on: null },
      };
    });
  }).flat();
}

/** `337.5` is about 337, `352.1.1` about 352.1. */
const isAbout = (charge: string, articles: readonly string[]) =>
  articles.some((article) => charge === article || charge.startsWith(`${article}.`));

function periodOf(date: string, granularity: string): string {
  const [year, month] = date.split("-").map(Number) as [number, number];
  if (granularity === "year") return `${year}`;
  if (granularity === "month") return date.slice(0, 7);
  if (granularity === "quarter") return `${year}-Q${Math.ceil(month / 3)}`;
  // ISO week: that of its Thursday.
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const first = new Date(Date.UTC(day.getUTCFullYear(), 0, 1));
  const week = Math.ceil(((day.getTime() - first.getTime()) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(Math.floor(week)).padStart(2, "0")}`;
}

interface Asked {
  measure: string;
  offence: string;
  granularity: string;
  service?: string;
  sentence?: string;
  court?: string;
}

function recount({ measure, offence, granularity, service, sentence, court }: Asked): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (date: string) => {
    const period = periodOf(date, granularity);
    counts[period] = (counts[period] ?? 0) + 1;
  };
  if (measure === "convictions") {
    for (const one of defendants) {
      if (one.outcome !== "convicted" || one.decided_on === null) continue;
      if (!one.articles.some((charge) => isAbout(charge, GROUPS[offence]!))) continue;
      if (service && one.service !== service) continue;
      if (sentence && one.sentence !== sentence) continue;
      if (court && one.court_code !== court) continue;
      add(one.decided_on);
    }
    return counts;
  }
  const cases: Record<string, CourtCase[]> = {};
  for (const one of defendants) {
    const key = one.case_uid ?? `${one.court_code} ${one.case_number}`;
    cases[key] = [...(cases[key] ?? []), one];
  }
  for (const accused of Object.values(cases)) {
    const received = accused.map((one) => one.received_on).filter((date) => date !== null);
    if (received.length === 0) continue;
    if (!accused.some(({ articles }) => articles.some((charge) => isAbout(charge, GROUPS[offence]!))))
      continue;
    // A case of two kinds of service counts under each.
    if (service && !accused.some((one) => one.service === service)) continue;
    if (court && accused[0]!.court_code !== court) continue;
    add(received.sort()[0]!);
  }
  return counts;
}

async function told({ measure, ...asked }: Asked): Promise<Record<string, number | null>> {
  const query = new URLSearchParams({ measure, evidence: "records", ...asked });
  const { points } = await room.json<{
    points: { label: string; value: number | null }[];
  }>(`/v1/series?${query}`);
  return Object.fromEntries(points.flatMap(({ label, value }) => (value ? [[label, value]] : [])));
}

describe("an independent recount", () => {
  it("finds what readers are told, of each offence, unit and granularity", async () => {
    for (const measure of ["convictions", "cases-received"]) {
      for (const offence of Object.keys(GROUPS)) {
        for (const granularity of ["week", "month", "quarter", "year"]) {
          const asked = { measure, offence, granularity };
          expect(await told(asked), JSON.stringify(asked)).toEqual(recount(asked));
        }
      }
    }
  });

  it("finds no more of a kind than was counted, and the rest among the unknown", async () => {
    const convictions = { measure: "convictions", offence: "refusal", granularity: "quarter" };
    const kinds = [
      { asked: convictions, by: "service", keys: ["mobilised", "contract", "conscript", "officer"] },
      { asked: convictions, by: "sentence", keys: ["suspended", "imprisonment", "fine"] },
    ];
    for (const { asked, by, keys } of kinds) {
      const [all, unknown] = [recount(asked), await told({ ...asked, [by]: "unknown" })];
      const known = await Promise.all(keys.map((key) => told({ ...asked, [by]: key })));
      for (const [at, key] of keys.entries()) {
        const counted = recount({ ...asked, [by]: key });
        for (const [period, value] of Object.entries(known[at]!)) {
          expect(value, `${period} ${key}`).toBeLessThanOrEqual(counted[period] ?? 0);
        }
      }
      expect(known.some((counts) => Object.keys(counts).length > 0)).toBe(true);
      for (const [period, cases] of Object.entries(all)) {
        const parts = [unknown, ...known].map((counts) => counts[period] ?? 0);
        expect(
          parts.reduce((a, b) => a + b, 0),
          period,
        ).toBe(cases);
      }
    }
  });

  it("finds the parts of it by court", async () => {
    const courts = [...new Set(defendants.map(({ court_code }) => court_code))].slice(0, 12);
    for (const court of courts) {
      const asked = { measure: "convictions", offence: "desertion", granularity: "year", court };
      expect(await told(asked), JSON.stringify(asked)).toEqual(recount(asked));
    }
  });
});
