import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type Chromium, findChromium, which } from "../chromium.ts";

/** What decides who installs. */
export interface Machine {
  root: boolean;
  aptGet: boolean;
  /** Text of `/etc/os-release`; empty where there is none. */
  release: string;
}

/** A mirror on the thinnest line is done by then (ms). */
const INSTALL_LIMIT_MS = 20 * 60_000;

export type Installer = "apt-get" | "Playwright";

/** The installers' commands, as one would type them. */
export const COMMANDS: Readonly<Record<Installer, readonly string[]>> = {
  "apt-get": ["apt-get update", "apt-get install -y chromium"],
  Playwright: ["playwright install chromium"],
};

/**
 * Who can install a Chromium here. Debian has it as a package; on Ubuntu the package of that name is only
 * a snap, which doesn't start in a container, so Playwright's own build serves there as everywhere else.
 */
export function installerFor({ root, aptGet, release }: Machine): Installer {
  const lines = release.split("\n").filter((line) => /^(ID|ID_LIKE)=/.test(line));
  const words = lines.flatMap((line) => line.split(/[=\s"]+/));
  const debian = words.includes("debian") && !words.includes("ubuntu");
  return root && aptGet && debian ? "apt-get" : "Playwright";
}

/** The installer for the machine that this runs on. */
export function localInstaller(): Installer {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return installerFor({ root: process.getuid?.() === 0, aptGet: which("apt-get") !== null, release });
}

/** Installs a Chromium and gives it back; throws with the installer's own words where it couldn't. */
export function installChromium(installer: Installer): Chromium {
  for (const command of COMMANDS[installer]) installed(command);
  const found = findChromium();
  if (!found) throw new Error(`${installer} reported success, but there is no Chromium.`);
  return found;
}

/** Runs an installer's command to its end; throws with its own words where it fails or hangs. */
export function installed(command: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    timeout: INSTALL_LIMIT_MS,
  });
  if (status !== 0) throw new Error(`\`${command}\` failed:\n${stdout}${stderr}`);
}
