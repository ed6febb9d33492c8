import { beforeAll, describe, expect, it } from "vitest";
import { CompareBody } from "../../worker/contract/compare.ts";
import { Problem } from "../../worker/contract/problem.ts";
import { SeriesBody } from "../../worker/contract/series.ts";
import { Summary } from "../../worker/contract/summary.ts";
import { placeNames, REGIONS } from "../../worker/reading/places.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
const RECEIVED = "measure=cases-received&article=337";

beforeAll(async () => {
  room = await openNewsroom("2025-06-24T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([
    convicted({ decided_on: "2025-06-02", court_code: "27GV0001" }),
    convicted({ decided_on: "2025-06-20", court_code: "77GV0008" }),
  ]);
  room.restart();
});

describe("a court and its region", () => {
  it.each([
    ["en", "the Khabarovsk Garrison Military Court in Khabarovsk krai handed down"],
    ["ru", "Хабаровский гарнизонный военный суд в Хабаровском крае не вынес"],
    ["uk", "Хабаровський гарнізонний військовий суд у Хабаровському краї не ухвалив"],
  ])("have names in %s", async (lang, words) => {
    const { text } = Summary.parse(
      await room.json(`/v1/summary?lang=${lang}&court=27GV0001&region=Хабаровский край&span=this-week`),
    );
    expect(text.sentence).toContain(words);
  });

  it("have names where a series is broken down by them", async () => {
    const parted = async (by: string) =>
      SeriesBody.parse(await room.json(`/v1/series?by=${by}&lang=en`)).text.keys;
    expect(await parted("court")).toMatchObject({ "27GV0001": "Khabarovsk Garrison Military Court" });
    expect(await parted("region")).toMatchObject({ "Хабаровский край": "Khabarovsk krai" });
  });

  it("has each region of the courts in every language", () => {
    const named = REGIONS.map((region) => placeNames("uk").region(region));
    expect(named).not.toContain(undefined);
  });
});

describe("a region", () => {
  it("in the courts' own words is counted from records", async () => {
    const { edition, points } = SeriesBody.parse(
      await room.json("/v1/series?granularity=month&region=Хабаровский край&from=2025-06&to=2025-06"),
    );
    expect(edition.evidence).toBe("records");
    expect(points).toMatchObject([{ value: 1 }]);
  });

  it("in a publisher's words is answered from that publisher's figures, though there are records", async () => {
    const { edition, type, headline } = Summary.parse(
      await room.json(`/v1/summary?${RECEIVED}&region=Moscow oblast`),
    );
    expect(edition.evidence).toBe("published");
    expect(type.region).toBe("Moscow oblast");
    // 224 by 21 September 2023, 496 by 12 April 2024: 272 in the 204 days between.
    expect(headline).toMatchObject({
      value: 9,
      qualifier: "about",
      period: { start: "2023-09-22", end: "2024-04-12" },
    });

    const compared = CompareBody.parse(
      await room.json(`/v1/compare?${RECEIVED}&region=Moscow oblast&period=2023-10/2024-03&with=2023-H1`),
    );
    expect(compared.edition.evidence).toBe("published");
  });

  it("in a publisher's words is not known to records, which is not zero", async () => {
    const { headline } = Summary.parse(
      await room.json("/v1/summary?evidence=records&region=Rostov oblast&article=337"),
    );
    expect(headline.value).toBeNull();
  });

  it.each([
    ["Rostov oblst", "Rostov oblast"],
    ["Ростовская облость", "Ростовская область"],
  ])(
    "misspelt as %s is answered with the nearest one, and with all that are known",
    async (asked, nearest) => {
      for (const path of ["summary?", "series?", "compare?period=2024&with=2023&"]) {
        const response = await room.get(`/v1/${path}region=${asked}`);
        expect(response.status).toBe(400);
        const [error] = Problem.parse(await response.json()).errors ?? [];
        expect(error).toMatchObject({
          parameter: "region",
          message: expect.stringContaining(`mean ${nearest}?`),
        });
        expect(error?.allowed).toEqual(expect.arrayContaining(["Rostov oblast", "Ростовская область"]));
      }
    },
  );

  it("that a later ledger brings is known from that edition on", async () => {
    const figure = LEDGER.find(({ region }) => region === "Samara oblast")!;
    const ask = async (more = "") =>
      (await room.get(`/v1/summary?${RECEIVED}&region=Tula oblast${more}`)).status;
    expect(await ask()).toBe(400);
    await room.publishFigures([...LEDGER, { ...figure, id: "f900", region: "Tula oblast" }]);
    room.restart();
    expect(await ask()).toBe(200);
    expect(await ask("&as-of=2025-06-24.1")).toBe(400);
  });
});
