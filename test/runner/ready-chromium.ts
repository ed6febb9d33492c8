import { findChromium } from "../chromium.ts";
import { COMMANDS, installChromium, localInstaller } from "./install-chromium.ts";

const ORIGINS = {
  CHROMIUM_PATH: "named by CHROMIUM_PATH",
  PATH: "found on PATH",
  Playwright: "Playwright's own",
} as const;

/**
 * Makes sure that there is a Chromium and gives back, in words, which one; installs one only where none is
 * found, and says so first. A browser that CHROMIUM_PATH names is the user's choice, so a wrong path is an
 * error and not a reason to install.
 */
export function readyChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return `${ORIGINS[found.origin]} (${found.path})`;
  const named = process.env.CHROMIUM_PATH;
  if (named) throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
  const installer = localInstaller();
  say(`none found, installing one: ${COMMANDS[installer].join(" && ")}`);
  return `installed with ${installer} (${installChromium(installer).path})`;
}
