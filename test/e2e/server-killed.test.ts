import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesDiff } from "../../worker/contract/changes.ts";
import type { SeriesBody } from "../../worker/contract/series.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk, type Run, wireTo } from "./desk-command.ts";
import { type Newsroom, startNewsroom } from "./newsroom.ts";
import { preparedState } from "./stage.ts";

const ON = "2025-06-30";
/** Six shares, an import each. */
const TRUTH = { seed: 9, cases: 9_000, from: "2021-01-01", until: ON, dirt: [], vanishedShare: 0 };

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-killed-"));
const file = (name: string) => join(folder, name);
const whole = file("desk.csv");
const state = preparedState();
/** In a group of its own, so that it can be killed with all that it started. */
const start = () => startNewsroom(state.folder, { ownGroup: true, args: ["--again"] });
let server: Newsroom;

beforeAll(async () => {
  writeDump(folder, "desk", snapshot(generateTruth(TRUTH), ON));
  server = await start();
});
afterAll(async () => {
  await server?.kill();
  state.remove();
  rmSync(folder, { recursive: true, force: true });
});

const previewOf = ({ stdout }: Run) => JSON.parse(stdout) as { batch: { id: string }; cases: CasesDiff };

/** Which edition a command published, or says that its batch was published as. */
function editionIn({ stdout, stderr }: Run): string {
  const found = /Published edition (\S+)\.$|published as edition (\S+)\. /m.exec(stdout + stderr);
  return found?.[1] ?? found?.[2] ?? `${stdout}${stderr}`;
}

describe("a server that is killed while it publishes", () => {
  /** What readers are told, now or of an edition by its name: answers that must fit together. */
  async function told(edition?: string) {
    const asOf = edition ? `&as-of=${edition}` : "";
    const get = async <Body>(query: string) =>
      (await fetch(`${server.origin}/v1/series?offence=desertion${query}${asOf}`)).json() as Promise<Body>;
    const sum = ({ points }: SeriesBody) => points.reduce((total, { value }) => total + (value ?? 0), 0);
    const all = await get<SeriesBody>("");
    const parted = await get<SeriesBody>("&by=sentence");
    expect(parted.edition.id).toBe(all.edition.id);
    expect(sum(parted)).toBe(sum(all));
    return { edition: all.edition.id, convictions: sum(all) };
  }

  const rows = () => readFileSync(whole, "utf8").trim().split("\n");
  /** The n-th share of the file's rows, in a file of its own. */
  function share(n: number): string {
    const [header, ...body] = rows();
    const path = file(`share-${n}.csv`);
    writeFileSync(path, `${[header, ...body.filter((_, index) => index % 6 === n)].join("\n")}\n`);
    return path;
  }

  it("shows readers the edition before or the one after, whole, and ends when it is published again", async () => {
    const options = ["--partial", "--override", "Shares of a file, for a test"];
    const first = await desk(server, "publish", share(0), ...options);
    let before = await told(editionIn(first));
    let outcomes = "";
    for (const [index, wait] of [0, 40, 120, 300, 700].entries()) {
      const { batch, cases } = previewOf(
        await desk(server, "stage", "--json", "--partial", share(index + 1)),
      );
      const victim = server;
      const wire = await wireTo(victim, (line) => {
        if (line.endsWith("/publish")) setTimeout(() => void victim.kill(), wait);
      });
      await desk(victim, "publish", batch.id, ...options.slice(1), "--url", wire.origin);
      await victim.kill();
      wire.close();

      server = await start();
      const after = await told();
      const isNew = after.edition !== before.edition;
      outcomes += isNew ? "n" : "o";
      if (!isNew) expect(after).toEqual(before);

      const edition = editionIn(await desk(server, "publish", batch.id, ...options.slice(1)));
      const ended = await told(edition);
      expect(ended.edition).toBe(edition);
      if (isNew) expect(ended).toEqual(after);
      const changes = cases.changes.filter(
        ({ type }) => type.unit === "convictions" && type.offence === "desertion",
      );
      const added = changes.reduce((total, change) => total + change.after - change.before, 0);
      expect(ended.convictions).toBe(before.convictions + added);
      before = ended;
    }
    console.log(`After the kills readers had ${outcomes} (o: the old edition, n: the new one).`);
  });
});
