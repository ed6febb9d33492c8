import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CompareBody } from "../../worker/contract/compare.ts";
import { SeriesBody, type SeriesPoint } from "../../worker/contract/series.ts";
import { deskCsv, generateTruth, snapshot, writeLines } from "../fixtures/generator/index.ts";
import { useNewsroom } from "./stage.ts";

/** The day of the dump: by then all that the first half of 2023 left to report is in. */
const READ_ON = "2023-12-31";

/** Its readers are told of an edition at once, and not half a minute later. */
const newsroom = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");

/** The desk publishes court records of which the story of July 2023 is true. */
beforeAll(async () => {
  const dump = join(newsroom.state, "story.csv");
  writeLines(dump, deskCsv(snapshot(generateTruth({ story: true, vanishedShare: 0 }), READ_ON)));
  const publish = [
    "publish",
    dump,
    "--read-on",
    READ_ON,
    "--override",
    "Its records begin",
    "--note",
    "The story",
    "--url",
    newsroom.origin,
  ];
  execFileSync(process.execPath, ["worker/cli/desk.ts", ...publish], {
    env: { ...process.env, STATE_DIR: newsroom.state },
    stdio: "pipe",
  });
});

const ask = async (path: string): Promise<unknown> => (await fetch(`${newsroom.origin}${path}`)).json();
const series = async (query: string) => SeriesBody.parse(await ask(`/v1/series?${query}&evidence=records`));
const compare = async (query: string) =>
  CompareBody.parse(await ask(`/v1/compare?${query}&evidence=records`));

/** Of how many out of how many: the share that points of one key have of those that are known. */
function share(points: readonly SeriesPoint[], key: string): number {
  const own = points.filter((point) => point.key === key);
  const sum = (numbers: (number | null)[]) => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  return sum(own.map(({ value }) => value)) / sum(own.map(({ known }) => known));
}

describe("the story that this project comes from, each sentence answered by one call", () => {
  it("at least 100 convictions in every week of the first half of 2023", async () => {
    const { points } = await series("from=2023-W01&to=2023-W26");
    expect(points).toHaveLength(26);
    for (const { label, value } of points) expect(value, label).toBeGreaterThanOrEqual(100);
  });

  it("2,076 cases received in it, twice as many as in all of 2022, three times as many as in 2021", async () => {
    const { period, against, text } = await compare(
      "measure=cases-received&article=337&period=2023-H1&with=2022,2021",
    );
    expect(period).toMatchObject({ value: 2076, coverage: 1, status: "final" });
    expect(against.map(({ ratio }) => ratio)).toEqual([2, 3]);
    const sentence = text.sentence.replaceAll("\u00a0", " ");
    expect(sentence).toContain("2,076 cases under article 337: twice as many as in all of 2022");
    expect(sentence).toContain("three times as many as in 2021");
  });

  it("other offences, surrender, disobedience and looting, about as many as in all of 2022", async () => {
    const { against, text } = await compare(
      "measure=cases-received&article=332,352.1,356.1&period=2023-H1&with=2022",
    );
    expect(against[0]!.ratio).toBeCloseTo(1, 1);
    expect(text.sentence).toMatch(/the same as in all of 2022/);
  });

  it("most sentences suspended, of those that are known", async () => {
    const { points } = await series("granularity=half-year&from=2023-H1&to=2023-H1&by=sentence");
    expect(points[0]!.known).toBeGreaterThan(500);
    expect(share(points, "suspended")).toBeGreaterThan(0.5);
  });

  it("mobilised soldiers sentenced to imprisonment more often than contract soldiers", async () => {
    const { points } = await series(
      "granularity=half-year&from=2023-H1&to=2023-H1&by=service&sentence=imprisonment",
    );
    expect(share(points, "contract")).toBeGreaterThan(0);
    expect(share(points, "mobilised")).toBeGreaterThan(share(points, "contract"));
  });

  it("most of those convicted since March mobilised, of those whose service is known", async () => {
    const { points } = await series("granularity=month&from=2023-03&to=2023-06&by=service");
    expect(new Set(points.map(({ label }) => label)).size).toBe(4);
    expect(share(points, "mobilised")).toBeGreaterThan(0.5);
  });
});
