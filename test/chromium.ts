import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** For a closed network and a root user: no sandbox, no look-ups of the browser's own. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const ON_PATH = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

export interface Chromium {
  path: string;
  origin: "CHROMIUM_PATH" | "PATH" | "Playwright";
}

/** The browser to test in: the one named by CHROMIUM_PATH, else one on PATH, else Playwright's own. */
export function findChromium(): Chromium | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? { path: named, origin: "CHROMIUM_PATH" } : null;
  for (const name of ON_PATH) {
    const path = which(name);
    if (path) return { path, origin: "PATH" };
  }
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, origin: "Playwright" } : null;
}

/** Path of a command, or null where the machine has none of that name. */
export function which(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
