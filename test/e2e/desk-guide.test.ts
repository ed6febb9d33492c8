import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { useNewsroom } from "./stage.ts";

const GUIDE = readFileSync("docs/desk.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-guide-"));
const server = useNewsroom();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is to be typed under one heading of the guide, in order, but for the start of the server. */
function commandsUnder(heading: string): string[] {
  const section = GUIDE.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  const blocks = section.matchAll(/^```(sh)?\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, shell, code = ""]) => {
    const lines = code.trim().split("\n");
    return shell ? lines : lines.flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []));
  });
}

/** Types a command as it stands, with the practice files in a folder of the test's own. */
function type(command: string): Promise<{ code: number | null; output: string }> {
  const program = spawn("sh", ["-c", command.replaceAll("practice", join(folder, "practice"))], {
    env: { ...process.env, PORT: String(server.port), STATE_DIR: server.state },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (output += data));
  return new Promise((resolve) => program.once("close", (code) => resolve({ code, output })));
}

const editionIn = (output: string) => /Published edition (\d{4}-\d\d-\d\d\.\d+)/.exec(output)?.[1];

describe("the desk's guide", () => {
  let first: string | undefined;

  it("needs nothing but npm and a shell, so that the Node of the machine doesn't matter", () => {
    const commands = ["A first import", "When the check objects", "A correction", "Going back"].flatMap(
      commandsUnder,
    );
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(command).toMatch(/^(npm run|head|grep) /);
  });

  it("leads through a first import", async () => {
    const [generate, check, stage, publish] = commandsUnder("A first import");
    expect(await type(generate!)).toMatchObject({ code: 0 });

    const checked = await type(check!);
    expect(checked.code).toBe(1);
    for (const line of ["419 rows, 396 accepted, 1 rejected", "line 89, caseNumber", "392 new, 0 changed"])
      expect(checked.output).toContain(line);

    const staged = await type(stage!);
    expect(staged).toMatchObject({
      code: 0,
      output: expect.stringMatching(/198 from published → \d+ from records/),
    });
    expect(staged.output).toMatch(
      /The headline: about.198 – .*published figures\n +→ +\S+ – .*court records/,
    );
    const batch = /Staged as batch ([0-9a-f]{16})/.exec(staged.output)?.[1];

    const published = await type(publish!.replace(/[0-9a-f]{16}/, batch!));
    expect(published.code).toBe(0);
    first = editionIn(published.output);
    expect(first).toBeDefined();
    expect((await type(check!)).output).toContain("0 new, 0 changed, 0 vanished, 392 unchanged.");
  });

  it("meets the check, and goes on with a reason", async () => {
    const [cut, publish, override] = commandsUnder("When the check objects");
    expect(await type(cut!)).toMatchObject({ code: 0 });
    const refused = await type(publish!);
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining(/Refused: \d+ known records/.exec(GUIDE)![0]),
    });
    expect(editionIn((await type(override!)).output)).toBeDefined();
  });

  it("corrects a case from an export", async () => {
    const commands = commandsUnder("A correction");
    for (const command of commands.slice(0, -1)) expect(await type(command)).toMatchObject({ code: 0 });
    const [header, ...rows] = readFileSync(join(folder, "practice", "corrections.csv"), "utf8")
      .trim()
      .split("\n");
    expect(header).toMatch(/^case_uid,court_code,/);
    expect(rows).toEqual([expect.stringContaining(",convicted,suspended,24,mobilised,")]);

    const corrected = editionIn((await type(commands.at(-1)!)).output);
    expect(corrected).toBeDefined();
    // One sentence alone is told to nobody; the desk's own export has it.
    expect((await type(commands[0]!)).code).toBe(0);
    const exported = readFileSync(join(folder, "practice", "cases.csv"), "utf8").split("\n");
    expect(exported.filter((row) => row.includes(",convicted,suspended,24,mobilised,"))).toHaveLength(1);
  });

  it("withdraws a record that was never what it says", async () => {
    const [withdraw] = commandsUnder("A wrong record");
    const uid = /^\d{2}GV[^,]*/m.exec(readFileSync(join(folder, "practice", "cases.csv"), "utf8"))![0];
    const { code, output } = await type(withdraw!.replace("77GV0007-01-2024-000123-45", uid));
    expect(code).toBe(0);
    expect(output).toMatch(/\d records? withdrawn\./);
  });

  it("takes an edition back", async () => {
    const [revert] = commandsUnder("Going back");
    const { code, output } = await type(revert!.replace(/\d{4}-\d\d-\d\d\.\d+/, first!));
    expect(code).toBe(0);
    expect(output).toContain(`with the state of ${first}.`);
  });
});
