import { existsSync } from "node:fs";
import { firefox, webkit } from "playwright";
import { which } from "../chromium.ts";
import type { Engine, EngineName } from "./engine.ts";
import { startFirefox } from "./firefox.ts";
import { startOwn } from "./playwright.ts";
import { startWebKit } from "./webkit.ts";

/** An engine on this machine: where it is, and how it is started. */
export interface FoundEngine {
  path: string;
  start(): Promise<Engine>;
}

/** Debian's as they are installed, else Playwright's own; null: the machine has none. */
export function findEngine(name: EngineName): FoundEngine | null {
  return (name === "firefox" ? installedFirefox() : installedWebKit()) ?? own(name);
}

function installedFirefox(): FoundEngine | null {
  const path = which("firefox-esr");
  return path ? { path, start: () => startFirefox(path) } : null;
}

function installedWebKit(): FoundEngine | null {
  const path = which("WebKitWebDriver");
  const xvfb = which("Xvfb");
  return path && xvfb ? { path, start: () => startWebKit(path, xvfb) } : null;
}

function own(name: EngineName): FoundEngine | null {
  const path = (name === "firefox" ? firefox : webkit).executablePath();
  return existsSync(path) ? { path, start: () => startOwn(name) } : null;
}
