import { parse } from "csv-parse/browser/esm/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { CompareBody } from "../../worker/contract/compare.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { CorrectionsBody, EditionBody } from "../../worker/contract/editions.ts";
import { SeriesBody } from "../../worker/contract/series.ts";
import { Summary } from "../../worker/contract/summary.ts";
import { SENTENCES, SERVICES } from "../../worker/contract/terms.ts";
import { VersionsBody } from "../../worker/contract/versions.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/**
 * An attacker who knows every court card, and so how many cases each court has of each week, month and article, asks
 * every public address of three editions for sentences and kinds of service, and takes the sharpest bounds on what
 * each court's cases got. `attacker.test.ts` of the unit tests attacks counts alone, but thousands of them.
 */
const COURTS = ["77GV0008", "39GV0005", "61GV0021"];
const SCOPES = [["337.5"], ["338.1"], ["337.5", "338.1"]];
const DAYS = ["2025-04-28", "2025-05-02", "2025-05-06"];
const READ = ["2025-06-02", "2025-06-09", "2025-06-16"];
const KINDS = ["mobilised", "contract"] as const;
const GOT = ["suspended", "imprisonment"] as const;
const UNTOLD = { service: "unknown", sentence: "unknown" } as const;

/** A case comes with one edition and is coded with it or a later one; all of this by arithmetic, so that it stays. */
interface Known {
  courtCase: CourtCase;
  came: number;
  coded: number;
}

function cases(seed: number): Known[] {
  let state = seed;
  const one = <Value>(values: readonly Value[]): Value => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return values[Math.floor((state / 2_147_483_648) * values.length)]!;
  };
  return Array.from({ length: 24 }, () => {
    const came = one([0, 0, 1, 2]);
    const courtCase = convicted({
      court_code: one(COURTS),
      articles: one([SCOPES[0]!, SCOPES[0]!, SCOPES[1]!, SCOPES[2]!]),
      decided_on: one(DAYS),
      received_on: "2025-03-03",
      // Mostly alike, as real ones are: what is alike is what can be pinned on somebody.
      service: one([KINDS[0], KINDS[0], KINDS[0], KINDS[1]]),
      sentence: one([GOT[0], GOT[0], GOT[0], GOT[1]]),
    });
    return { courtCase, came, coded: came + one([0, 0, 1, 2]) };
  });
}

let room: Awaited<ReturnType<typeof openNewsroom>>;
let known: Known[];
const editions: string[] = [];

/** What stands in the courts' cards as of an edition. */
const cards = (edition: number) => known.filter(({ came }) => came <= edition);

beforeAll(async () => {
  room = await openNewsroom(`${READ[0]}T09:00:00Z`);
  await room.publishFigures(LEDGER);
  known = cases(7);
  for (const [edition, day] of READ.entries()) {
    room.clock.at = `${day}T09:00:00Z`;
    const sent = cards(edition).map(({ courtCase, coded }) =>
      coded <= edition ? courtCase : { ...courtCase, ...UNTOLD },
    );
    const published = await room.publish(
      await room.stageCases(sent, "partial"),
      "They are meant to change it",
    );
    editions.push(published.body.edition.id);
  }
  room.restart();
});

interface Cell {
  articles: string;
  period: string;
  service?: string;
  sentence?: string;
}
/** How many cases of a kind an address tells of; what isn't told is none. */
type Ask = (edition: string, cell: Cell) => Promise<number>;

const WEEKS: Readonly<Record<string, string>> = { "2025-W18": "2025-04-28", "2025-W19": "2025-05-05" };
const granularityOf = (period: string) => (period in WEEKS ? "week" : "month");
const query = (parameters: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
const kindOf = ({ service, sentence }: Cell) => ({ service, sentence, evidence: "records" });
const seriesOf = (edition: string, { period, articles, ...kind }: Cell, more: Record<string, string> = {}) =>
  query({
    granularity: granularityOf(period),
    article: articles,
    from: period,
    to: period,
    "as-of": edition,
    evidence: "records",
    ...kind,
    ...more,
  });

const series: Ask = async (edition, cell) => {
  const { points } = SeriesBody.parse(await room.json(`/v1/series?${seriesOf(edition, cell)}`));
  return points[0]?.value ?? 0;
};

/** Every address that tells a kind of a week or month. */
const ADDRESSES: Readonly<Record<string, Ask>> = {
  "/v1/series": series,
  "/v1/series with several breakdowns": async (edition, { service, sentence, ...cell }) => {
    const [first, other] = service ? ["service", "sentence"] : ["sentence", "service"];
    const others = service && sentence ? { sentence } : {};
    const by = service && sentence ? first! : `${first},${other}`;
    const { points } = SeriesBody.parse(
      await room.json(`/v1/series?${seriesOf(edition, { ...cell, ...others }, { by })}`),
    );
    return points.find(({ key }) => key === (service ?? sentence))?.value ?? 0;
  },
  "/v1/series.csv": async (edition, cell) => {
    const text = await (await room.get(`/v1/series.csv?${seriesOf(edition, cell)}`)).text();
    const [row] = parse(text, { columns: true }) as Record<string, string>[];
    return Number(row?.value ?? 0);
  },
  "/v1/compare": async (edition, { period, articles, ...kind }) => {
    const asked = query({
      period,
      with: "2024",
      article: articles,
      "as-of": edition,
      ...kindOf({ period, articles, ...kind }),
    });
    return CompareBody.parse(await room.json(`/v1/compare?${asked}`)).period.value ?? 0;
  },
  "/v1/versions": async (edition, { period, articles, ...kind }) => {
    const asked = query({ period, article: articles, ...kindOf({ period, articles, ...kind }) });
    const { versions } = VersionsBody.parse(await room.json(`/v1/versions?${asked}`));
    return versions.find((one) => one.edition === edition)?.value ?? 0;
  },
  "/v1/summary": async (edition, cell) => {
    if (granularityOf(cell.period) === "month") return series(edition, cell);
    const { articles, ...kind } = cell;
    const asked = query({
      article: articles,
      "as-of": edition,
      weeks: "26",
      ...kindOf({ articles, ...kind }),
    });
    const { series: drawn } = Summary.parse(await room.json(`/v1/summary?${asked}`));
    const week = (Date.parse(WEEKS[cell.period]!) - Date.parse(drawn.start ?? "1970-01-05")) / 604_800_000;
    return drawn.values[week] ?? 0;
  },
  "/v1/editions/{id}": async (edition, cell) => {
    if (granularityOf(cell.period) === "month") return series(edition, cell);
    const { records } = EditionBody.parse(await room.json(`/v1/editions/${edition}`));
    const { start, columns } = records!.convictions;
    const week = (Date.parse(WEEKS[cell.period]!) - Date.parse(start!)) / 604_800_000;
    return columns
      .filter(({ articles }) => articles.some((one) => cell.articles.split(",").includes(one)))
      .filter(({ service }) => !cell.service || service === cell.service)
      .filter(({ sentence }) => !cell.sentence || sentence === cell.sentence)
      .reduce((sum, { values }) => sum + (values[week] ?? 0), 0);
  },
};

const PERIODS = [...Object.keys(WEEKS), "2025-04", "2025-05"];
/** 337, 338, and both: of three scopes that a list can't tell apart, these are all that can be asked. */
const LISTS = ["337", "338", "337,338"];
const FILTERS: Pick<Cell, "service" | "sentence">[] = [
  ...KINDS.map((service) => ({ service })),
  ...GOT.map((sentence) => ({ sentence })),
  ...KINDS.flatMap((service) => GOT.map((sentence) => ({ service, sentence }))),
];

const isIn = (period: string, { decided_on }: CourtCase) =>
  period in WEEKS ? decided_on! >= "2025-05-05" === (period === "2025-W19") : decided_on!.startsWith(period);

/** How many each court has of exactly the scope that is 337 alone, 338 alone, or both. */
function ownOf(edition: number, period: string, scope: number): Map<string, number> {
  const here = cards(edition).filter(
    ({ courtCase }) => isIn(period, courtCase) && courtCase.articles.join() === SCOPES[scope]!.join(),
  );
  return new Map(
    COURTS.map((court) => [court, here.filter(({ courtCase }) => courtCase.court_code === court).length]),
  );
}

/** Counts of exactly each scope, from what is told of the three lists. */
async function scopesOf(ask: (articles: string) => Promise<number>): Promise<number[]> {
  const [one = 0, other = 0, any = 0] = await Promise.all(LISTS.map(ask));
  return [any - other, any - one, one + other - any];
}

/** The courts of which it follows that so many of their cases, and not fewer or more, are among the told ones. */
function pinned(count: number, own: ReadonlyMap<string, number>): string[] {
  const all = [...own.values()].reduce((a, b) => a + b, 0);
  return [...own].flatMap(([court, here]) => {
    const [low, high] = [Math.max(0, here + count - all), Math.min(here, count)];
    return low === high && high > 0 ? [court] : [];
  });
}

describe("the attack", () => {
  it("is one: of counts from which nothing was taken it recovers what courts' cases got", () => {
    const found = PERIODS.flatMap((period) =>
      SCOPES.flatMap((articles, scope) =>
        FILTERS.flatMap((filter) => {
          const coded = known.filter(
            ({ courtCase }) =>
              isIn(period, courtCase) &&
              courtCase.articles.join() === articles.join() &&
              Object.entries(filter).every(([name, value]) => courtCase[name as "service"] === value),
          );
          return pinned(coded.length, ownOf(2, period, scope));
        }),
      ),
    );
    expect(found.length).toBeGreaterThan(10);
  });
});

describe.each(Object.entries(ADDRESSES))("an attacker who asks %s", (_, ask) => {
  it("finds no kind of a court's case, in no edition and between no two", async () => {
    const found: string[] = [];
    let told = 0;
    for (const period of PERIODS) {
      const untold: number[][] = [];
      for (const edition of editions)
        untold.push(await scopesOf((articles) => series(edition, { period, articles, ...UNTOLD })));
      for (const filter of FILTERS) {
        const counts: number[][] = [];
        for (const edition of editions)
          counts.push(await scopesOf((articles) => ask(edition, { period, articles, ...filter })));
        for (const [edition, scopes] of counts.entries()) {
          for (const [scope, count] of scopes.entries()) {
            told += count;
            const own = ownOf(edition, period, scope);
            for (const court of pinned(count, own))
              found.push(`${editions[edition]} ${period} ${scope} ${court}`);
            for (let before = 0; before < edition; before++) {
              const anew = count - counts[before]![scope]!;
              const was = ownOf(before, period, scope);
              const room = [...own].map(([court, here]) => {
                const there = was.get(court)!;
                return [court, Math.max(0, here - there) + Math.min(there, untold[before]![scope]!)] as const;
              });
              const whole = room.reduce((sum, [, of]) => sum + of, 0);
              for (const [court, of] of anew > 0 ? room : []) {
                const [low, high] = [Math.max(0, anew - (whole - of)), Math.min(anew, of)];
                if (low === high && high > 0)
                  found.push(`${editions[before]} ${editions[edition]} ${period} ${scope} ${court}`);
              }
            }
          }
        }
      }
    }
    expect(found).toEqual([]);
    // An address that tells nothing would withstand every attack.
    expect(told).toBeGreaterThan(20);
  });

  it("is told what all others tell, so that comparing them gives nothing", async () => {
    for (const period of PERIODS) {
      for (const articles of LISTS) {
        for (const filter of FILTERS) {
          const cell = { period, articles, ...filter };
          const last = editions.at(-1)!;
          const said = await ask(last, cell);
          // A drawing may leave out a week that records cover in part.
          if (said !== 0) expect(said, JSON.stringify(cell)).toBe(await series(last, cell));
        }
      }
    }
  });
});

const PLACED = [
  ...[`court=${COURTS[0]}`, "region=Владимирская область"].flatMap((place) => [
    ...SERVICES.map((service) => `${place}&service=${service}`),
    ...SENTENCES.map((sentence) => `${place}&sentence=${sentence}`),
  ]),
];
const BROKEN_DOWN = [
  "by=court&service=mobilised",
  "by=region&sentence=fine",
  "by=article,court&sentence=fine",
  `by=service&court=${COURTS[1]}`,
  `by=article,sentence&court=${COURTS[1]}`,
  "by=service,article&region=Владимирская область",
];

describe("an attacker who crosses a place with a kind", () => {
  it("is refused at every address, whatever edition is asked", async () => {
    const paths = [
      ...[
        "/v1/summary?",
        "/v1/card.svg?",
        "/v1/compare?period=2025-05&with=2025-04&",
        "/v1/versions?period=2025-05&",
        "/v1/versions.csv?shape=triangle&period=2025-05&",
        "/embed?",
        "/embed/fragment.html?",
      ].flatMap((path) => PLACED.map((asked) => path + asked)),
      ...["/v1/series?", "/v1/series.csv?", "/v1/series.metadata.json?", "/history?"].flatMap((path) =>
        [...PLACED, ...BROKEN_DOWN].map((asked) => path + asked),
      ),
    ];
    for (const path of paths) {
      for (const more of ["&evidence=records", "", `&as-of=${editions[0]}`]) {
        const { status } = await room.get(path + more);
        expect([status, path + more]).toEqual([400, path + more]);
      }
    }
  });
});

describe("an attacker who reads what changed", () => {
  it("is told of kinds in the corrections only what the editions tell", async () => {
    const { corrections } = CorrectionsBody.parse(await room.json("/v1/corrections"));
    let shares = 0;
    for (const { edition, shares: changed = [] } of corrections) {
      for (const { type, by, key, after } of changed) {
        if (!LISTS.includes(type.articles.join())) continue;
        const cells = Object.keys(WEEKS).map((period) => ({
          period,
          articles: type.articles.join(),
          [by]: key,
        }));
        const said = await Promise.all(cells.map((cell) => series(edition, cell)));
        expect(said.reduce((a, b) => a + b, 0)).toBe(after.value);
        shares++;
      }
    }
    expect(shares).toBeGreaterThan(0);
  });

  it("gets no number from the feeds that the corrections don't have, and no court", async () => {
    const listed = JSON.stringify(await room.json("/v1/corrections"));
    const numbers = new Set(listed.match(/\d+/g)?.map(Number));
    for (const path of ["/v1/corrections.feed.json", "/v1/editions.feed.json"]) {
      const { items } = await room.json<{ items: { content_html?: string; content_text?: string }[] }>(path);
      const text = items
        .map(({ content_html = "", content_text = "" }) => content_html + content_text)
        .join(" ");
      expect(COURTS.filter((court) => text.includes(court))).toEqual([]);
      if (path.includes("corrections")) {
        const said =
          text
            .replace(/<[^>]*>/g, " ")
            .match(/\d+/g)
            ?.map(Number) ?? [];
        expect(said.length).toBeGreaterThan(0);
        expect(said.filter((number) => !numbers.has(number) && number > 31)).toEqual([]);
      }
    }
  });

  it("gets nothing of records from the published figures", async () => {
    for (const path of ["/v1/figures", "/v1/figures/rates", "/v1/figures/conflicts"]) {
      const [before, after] = await Promise.all(
        [editions[0]!, editions.at(-1)!].map((id) =>
          room.json<Record<string, unknown>>(`${path}?as-of=${id}`),
        ),
      );
      expect({ ...after, edition: null }).toEqual({ ...before, edition: null });
    }
  });
});
