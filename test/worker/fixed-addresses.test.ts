import { parse } from "csv-parse/browser/esm/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { readReportingFile } from "../../worker/cli/reporting-file.ts";
import { CourtsBody, RegionsBody } from "../../worker/contract/places.ts";
import { SeriesBody } from "../../worker/contract/series.ts";
import { SeriesMetadata } from "../../worker/contract/series-metadata.ts";
import { VersionsBody } from "../../worker/contract/versions.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
const on = (decided_on: string, count: number, court_code = "77GV0008") =>
  Array.from({ length: count }, () => convicted({ decided_on, court_code }));

const add = async (cases: ReturnType<typeof on>) =>
  room.publish(await room.stageCases(cases, "partial"), "So few cases change much");

beforeAll(async () => {
  room = await openNewsroom("2025-06-10T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([...on("2025-05-28", 3), ...on("2025-06-04", 2)]);
  room.clock.at = "2025-06-17T09:00:00Z";
  await add([...on("2025-05-29", 1, "27GV0001"), ...on("2025-06-05", 4), ...on("2025-06-11", 2)]);
  room.clock.at = "2025-06-24T09:00:00Z";
  await add([...on("2025-06-12", 3), ...on("2025-06-18", 2)]);
  room.restart();
});

const cellsOf = async (path: string, delimiter = ",") => {
  const text = await (await room.get(path)).text();
  return parse(text, { columns: true, delimiter }) as Record<string, string>[];
};

describe("an address for a window that moves", () => {
  it("has the newest periods, of court records and of published figures", async () => {
    const labels = async (query: string) =>
      SeriesBody.parse(await room.json(`/v1/series?${query}`)).points.map(({ label }) => label);
    const all = await labels("granularity=week");
    expect(await labels("granularity=week&last=2")).toEqual(all.slice(-2));
    expect(await labels("granularity=week&last=500")).toEqual(all);
    const years = "granularity=year&measure=cases-received&article=337&evidence=published";
    expect(await labels(`${years}&last=2`)).toEqual((await labels(years)).slice(-2));
    expect(await labels("granularity=week&last=1&to=2025-W23")).toEqual(["2025-W23"]);
  });

  it("takes either its beginning or its length", async () => {
    expect((await room.get("/v1/series?from=2025&last=2")).status).toBe(400);
    expect((await room.get("/v1/series?last=0")).status).toBe(400);
  });
});

describe("one period in all editions", () => {
  it("is what each edition says of it, oldest first", async () => {
    const body = VersionsBody.parse(await room.json("/v1/versions?period=2025-W22"));
    expect(body.versions.map(({ value, evidence }) => [evidence, value])).toEqual([
      ["published", null],
      ["records", 3],
      ["records", 4],
      ["records", 4],
    ]);
    expect(body.editions_total).toBe(4);
    const frozen = VersionsBody.parse(
      await room.json("/v1/versions?period=2025-W22&as-of=2025-06-17&last=1"),
    );
    expect(frozen.versions).toMatchObject([{ edition: "2025-06-17.1", value: 4 }]);
    for (const { edition, value } of body.versions.slice(1)) {
      const series = `/v1/series?granularity=week&from=2025-W22&to=2025-W22&as-of=${edition}`;
      expect(SeriesBody.parse(await room.json(series)).points[0]?.value).toBe(value);
    }
  });

  it("is a CSV with a row an edition", async () => {
    const rows = await cellsOf("/v1/versions.csv?period=2025-W22&evidence=records");
    expect(rows.map((row) => row.value)).toEqual(["", "3", "4", "4"]);
  });

  it("is a reporting triangle that the back-test reads", async () => {
    const path = "/v1/versions.csv?period=2025-W22/2025-W25&shape=triangle&evidence=records";
    const text = await (await room.get(path)).text();
    expect(text.trimEnd().split("\r\n")).toEqual([
      "reference_date,report_date,count",
      "2025-05-26,2025-06-09,3",
      "2025-05-26,2025-06-16,1",
      "2025-06-02,2025-06-09,2",
      "2025-06-02,2025-06-16,4",
      "2025-06-09,2025-06-16,2",
      "2025-06-09,2025-06-23,3",
      "2025-06-16,2025-06-23,2",
    ]);
    expect(readReportingFile(text, 26)).toMatchObject({ rejected: [], weeks: 5 });
  });
});

describe("what has to be known of a series", () => {
  it("is told of exactly this question, with an address that stays", async () => {
    const path = "/v1/series.metadata.json?granularity=month&last=2&lang=uk";
    const body = SeriesMetadata.parse(await room.json(path));
    expect(body).toMatchObject({ lang: "uk", granularity: "month", points: 2, known: 2 });
    expect(body.citation).toContain(body.links.frozen);
    expect(body.citation).toContain("CC BY 4.0");
    const { pathname, search } = new URL(body.links.frozen);
    const frozen = SeriesBody.parse(await room.json(pathname + search));
    const asked = SeriesBody.parse(await room.json(path.replace(".metadata.json", "")));
    expect(frozen.points).toEqual(asked.points);
    const csv = new URL(body.links.csv);
    const [row] = await cellsOf(csv.pathname + csv.search);
    expect(Object.keys(row!)).toEqual(body.columns.map(({ name }) => name));
  });

  it("comes in columns of the CSV where they are asked for", async () => {
    const [row] = await cellsOf("/v1/series.csv?granularity=month&columns=licence,source&last=1");
    expect(Object.keys(row!).slice(-2)).toEqual(["licence", "source"]);
    expect((await room.get("/v1/series.csv?columns=author")).status).toBe(400);
  });
});

describe("places", () => {
  it("have codes, and names in three languages", async () => {
    const { courts } = CourtsBody.parse(await room.json("/v1/courts"));
    const vladimir = courts.find(({ code }) => code === "77GV0008");
    expect(vladimir).toMatchObject({
      region: "Владимирская область",
      names: { en: expect.stringContaining("Vladimir") },
    });
    const { regions } = RegionsBody.parse(await room.json("/v1/regions"));
    expect(regions.find(({ name }) => name === vladimir?.region)?.courts).toContain("77GV0008");
    expect(await cellsOf("/v1/courts.csv")).toHaveLength(courts.length);
    expect(await cellsOf("/v1/regions.csv")).toHaveLength(regions.length);
  });

  it("are named beside their codes in a CSV, in the asked language", async () => {
    const names = async (lang: string) =>
      (await cellsOf(`/v1/series.csv?granularity=year&by=court&lang=${lang}`)).map((row) => [
        row.key,
        row.key_name,
      ]);
    expect(await names("en")).toContainEqual(["77GV0008", "Vladimir Garrison Military Court"]);
    expect(await names("uk")).toContainEqual(["77GV0008", "Владимирський гарнізонний військовий суд"]);
    const [row] = await cellsOf("/v1/series.csv?granularity=year&court=77GV0008&lang=ru");
    expect(row!.court_name).toBe("Владимирский гарнизонный военный суд");
  });
});

describe("a spreadsheet that writes 0,5", () => {
  it("gets commas in numbers and semicolons between cells", async () => {
    const plain = await cellsOf("/v1/series.csv?granularity=year");
    const german = await cellsOf("/v1/series.csv?granularity=year&decimal=,", ";");
    expect(german[0]!.coverage).toMatch(/^0,\d+$/);
    expect(german.map((row) => row.coverage!.replace(",", "."))).toEqual(plain.map((row) => row.coverage));
    expect(german.map((row) => row.value)).toEqual(plain.map((row) => row.value));
    const shares = async (path: string, delimiter = ",") =>
      (await cellsOf(path, delimiter)).map((row) => row.coverage!.replace(",", "."));
    const versions = "/v1/versions.csv?period=2025-05&evidence=records";
    expect(await shares(`${versions}&decimal=,`, ";")).toEqual(await shares(versions));
  });
});

describe("figures of the ledger", () => {
  it("are narrowed as they are asked for", async () => {
    const ids = async (query: string) =>
      (await room.json<{ figures: { id: string }[] }>(`/v1/figures?${query}`)).figures.map(({ id }) => id);
    const of = (keep: (figure: (typeof LEDGER)[number]) => boolean) =>
      LEDGER.filter(keep)
        .map(({ id }) => id)
        .sort();
    expect((await ids("measure=cases-received&article=337")).sort()).toEqual(
      of(({ unit, articles }) => unit === "cases_received" && articles.join() === "337"),
    );
    expect((await ids("kind=per_week")).sort()).toEqual(of(({ kind }) => kind === "per_week"));
    expect((await ids("from=2024&to=2024")).sort()).toEqual(
      of(({ period }) => period.end >= "2024-01-01" && period.start <= "2024-12-31"),
    );
    expect(await cellsOf("/v1/figures.csv?kind=per_week")).not.toHaveLength(0);
    expect((await room.get("/v1/figures?publisher=nobody")).status).toBe(400);
  });

  it("answer by year without a named offence, with the scope of which the most is known", async () => {
    const { points, type } = SeriesBody.parse(
      await room.json("/v1/series?granularity=year&evidence=published"),
    );
    expect(type.articles).toContain("337");
    expect(points.some(({ value }) => value !== null)).toBe(true);
  });
});
