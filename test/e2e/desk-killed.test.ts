import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesDiff } from "../../worker/contract/changes.ts";
import type { Objection } from "../../worker/contract/objection.ts";
import type { SeriesBody } from "../../worker/contract/series.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk, type Run, startDesk, type Wire, wireTo } from "./desk-command.ts";
import { type Newsroom, startNewsroom } from "./newsroom.ts";

const ON = "2025-06-30";
/** Five parts of an upload. */
const TRUTH = { seed: 9, cases: 9_000, from: "2021-01-01", until: ON, dirt: [], vanishedShare: 0 };

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-killed-"));
const file = (name: string) => join(folder, name);
const whole = file("desk.csv");
let server: Newsroom;

beforeAll(async () => {
  writeDump(folder, "desk", snapshot(generateTruth(TRUTH), ON));
  server = await startNewsroom(file("state"), { ownGroup: true });
});
afterAll(async () => {
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const partsIn = (wire: Wire) =>
  wire.passed.filter((line) => line.startsWith("PUT ")).map((line) => Number(line.split("/").at(-1)));
const previewOf = ({ stdout }: Run) =>
  JSON.parse(stdout) as { batch: { id: string }; cases: CasesDiff; guard: Objection[] };
const discard = async (id: string) => {
  const token = readFileSync(join(server.state, "desk-token"), "utf8").trim();
  await fetch(`${server.origin}/v1/imports/${id}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${token}` },
  });
};

/** Stages the whole file over a wire and kills the command when part `n` is asked for, before or after it went through. */
async function killAtPart(n: number, when: "before" | "after"): Promise<number[]> {
  let kill = () => {};
  const wire = await wireTo(server, async (line, broken) => {
    if (!line.startsWith("PUT ") || !line.endsWith(`/parts/${n}`)) return;
    if (when === "before") broken();
    kill();
  });
  const { program, ended } = startDesk(server, "stage", "--json", "--url", wire.origin, whole);
  kill = () => program.kill("SIGKILL");
  const { code } = await ended;
  expect(code).toBeNull();
  // What went through last may still be on its way into the store.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  wire.close();
  return partsIn(wire);
}

/** Which edition a command published, or says that its batch was published as. */
function editionIn({ stdout, stderr }: Run): string {
  const found = /Published edition (\S+)\.$|published as edition (\S+)\. /m.exec(stdout + stderr);
  return found?.[1] ?? found?.[2] ?? `${stdout}${stderr}`;
}

describe("a command that is killed while it stages", () => {
  let uninterrupted: ReturnType<typeof previewOf>;
  beforeAll(async () => {
    const run = await desk(server, "stage", "--json", whole);
    uninterrupted = previewOf(run);
    expect(uninterrupted.cases.added).toBeGreaterThan(8_500);
    await discard(uninterrupted.batch.id);
  });

  it.each([
    [0, "after"],
    [2, "before"],
    [4, "after"],
  ] as const)(
    "at part %i, %s it arrived, goes on where it stopped, with the same result",
    async (n, when) => {
      const first = await killAtPart(n, when);
      expect(first).toHaveLength(when === "after" ? n + 1 : n);
      const wire = await wireTo(server);
      const run = await desk(server, "stage", "--json", "--url", wire.origin, whole);
      wire.close();
      expect(run.code).toBe(0);
      expect([...first, ...partsIn(wire)]).toEqual(Array.from({ length: 5 }, (_, part) => part));
      const { batch, cases, guard } = previewOf(run);
      expect({ id: batch.id, cases, guard }).toEqual({
        id: uninterrupted.batch.id,
        cases: uninterrupted.cases,
        guard: uninterrupted.guard,
      });
      await discard(batch.id);
    },
  );

  it("leaves nothing of the file behind on disk", async () => {
    const { readdirSync } = await import("node:fs");
    const ours = () =>
      readdirSync(tmpdir()).filter((name) => name.startsWith("desertion-stats-") && !folder.endsWith(name));
    const before = ours();
    await killAtPart(2, "before");
    expect(ours()).toEqual(before);
  });
});

describe("a connection that breaks", () => {
  it("is tried again, and the upload ends well", async () => {
    const broken = new Set<string>();
    const wire = await wireTo(server, (line, cut) => {
      if (!/\/parts\/[34]$|\/seal$/.test(line) || broken.has(line)) return;
      broken.add(line);
      cut();
    });
    const { code } = await desk(server, "stage", "--json", "--url", wire.origin, whole);
    wire.close();
    expect(code).toBe(0);
    expect(broken.size).toBe(3);
  });
});

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

      server = await startNewsroom(victim.state, { ownGroup: true });
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
