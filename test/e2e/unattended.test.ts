import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateTruth, snapshot, writeDump } from "../fixtures/generator/index.ts";
import { desk, startDesk, wireTo } from "./desk-command.ts";
import { useNewsroom } from "./stage.ts";
import { tokenOf } from "./studio.ts";

const GUIDE = readFileSync("docs/automation.md", "utf8");
const ON = "2025-06-30";
const HAS_SYSTEMD = spawnSync("systemd-analyze", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-unattended-"));
const file = (name: string) => join(folder, name);
const newsroom = useNewsroom();
let rows: string[];
const write = (name: string, lines: readonly string[]) => {
  writeFileSync(file(name), `${lines.join("\n")}\n`);
  return file(name);
};
/** The same record of another case. */
const another = (row: string, number: string) =>
  row
    .split(",")
    .map((cell, place) =>
      place === 0 ? cell.replace(/\d{6}-\d\d$/, `${number}-11`) : place === 2 ? `1-${number}/2025` : cell,
    )
    .join(",");
const unattended = async (...args: string[]) => {
  const run = await desk(newsroom, "publish", ...args, "--unattended", "--json");
  return { code: run.code, said: JSON.parse(run.stdout) as Record<string, unknown>, stderr: run.stderr };
};

beforeAll(() => {
  const truth = { seed: 5, cases: 400, from: "2024-01-01", until: ON, dirt: [], vanishedShare: 0 };
  writeDump(folder, "desk", snapshot(generateTruth(truth), ON));
  rows = readFileSync(file("desk.csv"), "utf8").trimEnd().split("\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a publication that nobody watches", () => {
  it("is held with exit 4 where the guard objects, and says where to look", async () => {
    const { code, said } = await unattended(file("desk.csv"));
    expect(code).toBe(4);
    expect(said).toMatchObject({ outcome: "held", guard: [{ code: "headline-changes" }] });
    expect(said.review).toBe(`http://localhost:${newsroom.port}/studio#/desk/${said.batch}`);
    expect((await unattended(file("desk.csv"))).said.batch).toBe(said.batch);
    const held = async () => {
      const headers = { Authorization: `Bearer ${tokenOf(newsroom)}` };
      const response = await fetch(`http://localhost:${newsroom.port}/v1/imports/held`, { headers });
      return ((await response.json()) as { held: { source: null; batch: { id: string } }[] }).held;
    };
    expect(await held()).toMatchObject([{ source: null, batch: { id: said.batch }, guard: said.guard }]);
    // A newer run that names all that the one before it names takes its place.
    const newer = await unattended(write("newer.csv", [...rows, another(rows.at(-1)!, "999998")]));
    expect(newer.code).toBe(4);
    expect(await held()).toMatchObject([{ batch: { id: newer.said.batch } }]);
    expect((await unattended(file("desk.csv"))).said.batch).toBe(said.batch);
    expect((await held()).map(({ batch }) => batch.id).sort()).toEqual([said.batch, newer.said.batch].sort());
    const published = await desk(newsroom, "publish", String(said.batch), "--override", "The first records");
    expect(published.code).toBe(0);
  });

  it("ends with 3 where there is nothing new", async () => {
    const { code, said } = await unattended(file("desk.csv"));
    expect([code, said.outcome]).toEqual([3, "nothing-new"]);
  });

  it("ends with 0 and the edition where the guard has no objection", async () => {
    const { code, said } = await unattended(write("more.csv", [...rows, another(rows.at(-1)!, "999999")]));
    expect([code, said.outcome]).toEqual([0, "published"]);
    expect(said.edition).toMatch(/^\d{4}-\d\d-\d\d\.\d+$/);
  });

  it("ends with 1 where a row can't be read, or nobody is there", async () => {
    const bad = await unattended(
      write("bad.csv", [rows[0]!, rows[1]!.replace(/\d{4}-\d\d-\d\d/, "31.02.2024")]),
    );
    expect([bad.code, bad.said.outcome]).toEqual([1, "refused"]);
    const nobody = await unattended(file("desk.csv"), "--url", "http://localhost:9");
    expect([nobody.code, nobody.said.outcome]).toEqual([1, "refused"]);
    expect((await unattended(file("nothing.csv"))).code).toBe(1);
  });

  it("is one at a time, and a killed one is in nobody's way", async () => {
    let reached = () => {};
    const first = new Promise<void>((resolve) => {
      reached = resolve;
    });
    // The first one never gets an answer.
    const wire = await wireTo(newsroom, () => {
      reached();
      return new Promise(() => {});
    });
    const waiting = startDesk(newsroom, "publish", file("desk.csv"), "--unattended", "--url", wire.origin);
    await first;
    const second = await unattended(file("desk.csv"), "--url", wire.origin);
    expect(second.code).toBe(1);
    expect(second.said.text).toContain("Another command publishes");
    waiting.program.kill("SIGKILL");
    await waiting.ended;
    wire.close();
    const third = await unattended(file("desk.csv"), "--url", wire.origin);
    expect(third.said.text).not.toContain("Another command publishes");
  });
});

describe("the guide's recipes", () => {
  const block = (language: string) =>
    new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(GUIDE)?.[1] ?? "";
  /** Runs a recipe's command as it stands, with the project, the dumps and the settings where they are here. */
  const run = (command: string, cwd = process.cwd()) => {
    const home = file("home");
    mkdirSync(home, { recursive: true });
    mkdirSync(file("dumps"), { recursive: true });
    const env = `DESK_URL=http://localhost:${newsroom.port}\nDESK_TOKEN=${tokenOf(newsroom)}\n`;
    writeFileSync(file("settings.env"), env);
    // The rows that were published last.
    const here = command
      .replaceAll("/opt/desertion-stats", process.cwd())
      .replaceAll("/etc/desertion-stats.env", file("settings.env"))
      .replaceAll(/\S*\/dumps\/\*\.json/g, file("more.csv"));
    const program = spawn("sh", ["-c", here], {
      cwd,
      env: { ...process.env, HOME: home, DESK_URL: "", DESK_TOKEN: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (output += data));
    return new Promise<{ code: number | null; output: string }>((resolve) =>
      program.once("close", (code) => resolve({ code, output })),
    );
  };

  it("for cron runs at a quarter past five, and nothing new is no failure", async () => {
    const line = block("cron").trim();
    expect(line.split("\n")).toHaveLength(1);
    const [minute, hour, ...rest] = line.split(" ");
    expect([minute, hour, ...rest.slice(0, 3)]).toEqual(["15", "5", "*", "*", "*"]);
    // cron takes a bare % for the end of the command.
    expect(line).not.toContain("%");
    expect((await run(rest.slice(3).join(" "))).code).toBe(0);
    expect(readFileSync(file("home/desertion-stats.log"), "utf8")).toContain("Nothing new");
  });

  const units = () =>
    [...GUIDE.matchAll(/^```ini\n(.*?)^```$/gms)].map(([, text = ""]) => text) as [string, string];

  it("for systemd has two units in systemd's form, and a command that runs", async () => {
    const [service, timer] = units().map(unitOf);
    expect(Object.keys(service!)).toEqual(["Unit", "Service"]);
    expect(Object.keys(timer!)).toEqual(["Unit", "Timer", "Install"]);
    const { Type, User, WorkingDirectory, EnvironmentFile, ExecStart, SuccessExitStatus, ...others } =
      service!.Service!;
    expect([Type, User, others]).toEqual(["oneshot", expect.stringMatching(/^[a-z]+$/), {}]);
    for (const path of [WorkingDirectory, EnvironmentFile]) expect(path).toMatch(/^\/[\w./-]+$/);
    // systemd reads % as the beginning of a word of its own, and finds no program without its folder.
    expect(ExecStart).toMatch(/^\/bin\/sh -c '[^'%]+'$/);
    expect(timer!.Timer).toEqual({
      OnCalendar: expect.stringMatching(/^\*-\*-\* [0-2]\d:[0-5]\d:[0-5]\d Europe\/Moscow$/),
      Persistent: "true",
    });
    expect(timer!.Install).toEqual({ WantedBy: "timers.target" });
    // A timer starts the service of its own name, where it names no other.
    const names = [...GUIDE.matchAll(/^`\/etc\/systemd\/system\/(.+)`:$/gm)].map(([, name]) => name);
    expect(names).toEqual(["desertion-stats.service", "desertion-stats.timer"]);

    const command = /^\/bin\/sh -c '(.*)'$/.exec(ExecStart!)![1]!;
    const { code } = await run(`set -a && . /etc/desertion-stats.env && ${command}`);
    expect(code).toBe(Number(SuccessExitStatus));
  });

  // Where there is no systemd its own word can't be had; the form of the units is tested everywhere, above.
  it.runIf(HAS_SYSTEMD)("for systemd is taken by systemd-analyze verify (where this machine has it)", () => {
    const [service, timer] = units();
    // This machine has neither the recipe's user nor its folder.
    const here = service.replaceAll("User=desk\n", "").replaceAll("/opt/desertion-stats", process.cwd());
    const files = [write("desertion-stats.service", [here]), write("desertion-stats.timer", [timer])];
    const { stderr } = spawnSync("systemd-analyze", ["verify", ...files], { encoding: "utf8" });
    expect(stderr).not.toMatch(/desertion-stats\.(service|timer):\d*:? (?!.*not-found)/);
  });

  it("for GitHub Actions has a step that runs", async () => {
    const workflow = block("yaml");
    const script = /run: \|\n((?: {10}.*\n)+)/.exec(workflow)![1]!.replaceAll(/^ {10}/gm, "");
    const [install, ...steps] = script.trim().split("\n");
    // What it installs is installed here already.
    expect(install).toBe("npm ci");
    const settings = "set -e; set -a; . /etc/desertion-stats.env; ";
    expect(await run(`${settings}${steps.join("\n")}`)).toMatchObject({ code: 0 });
    expect(workflow).toContain('cron: "15 5 * * *"');
  });
});

/** A unit's settings by section; a line that is neither is a mistake. */
function unitOf(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let section: Record<string, string> | undefined;
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^(\w+)=(.+)$/.exec(line) ?? [];
    if (name) section = sections[name] = {};
    else if (section && key && value && !(key in section)) section[key] = value;
    else throw new Error(`No line of a unit: ${line}`);
  }
  return sections;
}
