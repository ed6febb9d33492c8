import { existsSync } from "node:fs";
import { which } from "../chromium.ts";
import { command } from "./command.ts";
import { type Installer, installed, localInstaller } from "./install-chromium.ts";
import { readyChromium } from "./ready-chromium.ts";

/** Commands, or files by their path, that a suite needs beside a browser, and the Debian packages of each. */
export type Programs = Readonly<Record<string, string>>;

/** What is missing and how to get it, as a person types it; null: nothing is. */
export function installation(
  programs: Programs,
  has: (program: string) => boolean,
): { missing: string[]; commands: string[] } | null {
  const missing = Object.keys(programs).filter((program) => !has(program));
  if (missing.length === 0) return null;
  const packages = [...new Set(missing.map((program) => programs[program]))].join(" ");
  return {
    missing,
    commands: ["apt-get update", `apt-get install -y --no-install-recommends ${packages}`],
  };
}

/**
 * Finds the programs, or installs them from Debian as root.
 * @throws where neither is possible: names what is missing, and how to get it
 */
export function readyPrograms(
  programs: Programs,
  say: (line: string) => void,
  installer: Installer = localInstaller(),
): void {
  // Servers lie where only root looks by default.
  process.env.PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
  const has = (program: string) => (program.startsWith("/") ? existsSync(program) : which(program) !== null);
  const needed = installation(programs, has);
  if (!needed) return;
  const names = needed.missing.join(", ");
  if (installer !== "apt-get") {
    throw new Error(
      `Missing: ${names}. This suite takes them from Debian: as root, \`${needed.commands.join(" && ")}\`; then run it again.`,
    );
  }
  say(`Missing: ${names}; installing: ${needed.commands.join(" && ")}`);
  for (const line of needed.commands) installed(line);
  const still = installation(programs, has);
  if (still) throw new Error(`apt-get reported success, but there is no ${still.missing.join(", no ")}.`);
}

/**
 * Runs a suite that isn't part of `npm test`: makes sure of its programs and a Chromium, builds the project, and runs
 * the tests of a Vitest configuration. Arguments go to Vitest. Ends the process: 0 passed, 1 not.
 */
export async function ownSuite(config: string, programs: Programs = {}): Promise<never> {
  try {
    readyPrograms(programs, console.log);
    console.log(`Chromium: ${readyChromium((line) => console.log(`Chromium: ${line}`))}`);
    const build = await command(["npm", "run", "--silent", "build"], "keep");
    if (build.code !== 0) throw new Error(`The build failed:\n${build.output}`);
    const words = ["vitest", "run", "--config", config, "--root", ".", ...process.argv.slice(2)] as const;
    const { code, stopped } = await command([...words], "show");
    if (stopped) throw new Error(`Vitest had to be stopped: ${stopped}`);
    process.exit(code === 0 ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
