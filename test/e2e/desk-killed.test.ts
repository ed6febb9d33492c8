import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesDiff } from "../../worker/contract/changes.ts";
import type { Objection } from "../../worker/contract/objection.ts";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk, type Run, startDesk, temporaryFolder, type Wire, wireTo } from "./desk-command.ts";
import { useNewsroom } from "./stage.ts";

const ON = "2025-06-30";
/** Five parts of an upload. */
const TRUTH = { seed: 9, cases: 9_000, from: "2021-01-01", until: ON, dirt: [], vanishedShare: 0 };

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-killed-"));
const file = (name: string) => join(folder, name);
const whole = file("desk.csv");
const server = useNewsroom();

beforeAll(() => writeDump(folder, "desk", snapshot(generateTruth(TRUTH), ON)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    await killAtPart(2, "before");
    expect(readdirSync(temporaryFolder(server))).toEqual([]);
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
