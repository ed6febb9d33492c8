import { fileURLToPath } from "node:url";
import { command } from "./runner/command.ts";
import { type Needs, needsOf } from "./runner/needs.ts";
import { readyChromium } from "./runner/ready-chromium.ts";
import { readyEngines } from "./runner/ready-engines.ts";
import { slowest, timeLines } from "./runner/slowest.ts";
import { lastLine, silentProjects, type Tally } from "./runner/tally.ts";

const REPORTER = fileURLToPath(new URL("runner/reporter.ts", import.meta.url));
/** A log file is read without colours, unless they are asked for. */
const PLAIN = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: "1" };
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, trouble: [], projects: {}, times: [] };
/** Files that are named with their time at the end. */
const SLOWEST = 10;

/**
 * `npm test`: types, lint, a Chromium and the build beside each other, then every test where its code runs. Goes on
 * after a failure, so that one run shows all of them. Arguments go to Vitest: `npm test -- --project unit`. What the
 * asked tests don't need is left out, and said to be.
 */
async function run(vitestArguments: readonly string[]): Promise<number> {
  const failures: string[] = [];
  const needs = needsOf(vitestArguments);
  const step = async (name: string, need: keyof Needs, work: () => Promise<string> | string) => {
    if (!needs[need]) return console.log(`${name}: left out, these tests don't need it`);
    try {
      console.log(`${name}: ${await work()}`);
    } catch (error) {
      failures.push(name);
      console.log(`${name}: failed\n${error instanceof Error ? error.message : error}`);
    }
  };

  await Promise.all([
    step("Types", "check", () => quietly("npm", "run", "--silent", "types")),
    step("Lint and format", "check", () => quietly("biome", "check", "--error-on-warnings", ".")),
    step("Chromium", "browser", () => readyChromium((line) => console.log(`Chromium: ${line}`))),
    step("Firefox and WebKit", "engines", () =>
      readyEngines((line) => console.log(`Firefox and WebKit: ${line}`)),
    ),
    step("Build", "build", () => quietly("npm", "run", "--silent", "build")),
  ]);
  const tally = await specification(vitestArguments);
  failures.push(...tally.trouble);

  const times = timeLines(slowest(tally.times, SLOWEST));
  if (times.length > 0) console.log(["The slowest files:", ...times].join("\n"));
  for (const failure of failures) console.log(`Failed: ${failure}`);
  const failed = tally.failed + failures.length;
  console.log(lastLine({ ...tally, failed }));
  return failed === 0 ? 0 : 1;
}

/** Runs a command whose output is worth reading only where it fails. */
async function quietly(...words: [string, ...string[]]): Promise<string> {
  const start = performance.now();
  const { code, output } = await command(words, "keep", PLAIN);
  if (code !== 0) throw new Error(output.trim());
  return `passed (${((performance.now() - start) / 1000).toFixed(1)} s)`;
}

/** Runs Vitest. Trouble that it doesn't count itself, down to not starting at all, is added to its tally. */
async function specification(vitestArguments: readonly string[]): Promise<Tally> {
  const options = ["--reporter=default", `--reporter=${REPORTER}`, "--silent=passed-only"];
  const { code, stopped, report } = await command(
    ["vitest", "run", ...options, ...vitestArguments],
    "show",
    PLAIN,
  );
  const tally = (report ?? NOTHING) as Tally;
  const silent = vitestArguments.length === 0 ? silentProjects(tally) : [];
  const trouble = [...tally.trouble, ...silent.map((name) => `${name}: ran no test`)];
  if (stopped) trouble.push(`Vitest had to be stopped: ${stopped}`);
  if (tally.passed + tally.failed + trouble.length === 0) trouble.push("no test ran");
  if (code !== 0 && tally.failed + trouble.length === 0) trouble.push(`Vitest ended with code ${code}`);
  return { ...tally, trouble };
}

process.exit(await run(process.argv.slice(2)));
