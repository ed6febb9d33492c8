import { ENGINES } from "../engines/engine.ts";
import { findEngine } from "../engines/find.ts";
import { type Installer, installed, localInstaller } from "./install-chromium.ts";

/** The installers' commands, as one would type them. WebKitGTK needs a screen, if only in memory. */
export const ENGINE_COMMANDS: Readonly<Record<Installer, readonly string[]>> = {
  "apt-get": [
    "apt-get update",
    "apt-get install -y --no-install-recommends firefox-esr webkit2gtk-driver xvfb",
  ],
  Playwright: ["playwright install firefox webkit"],
};

/** Makes sure that there are a Firefox and a WebKit, and gives back, in words, which; installs what is missing. */
export function readyEngines(say: (line: string) => void): string {
  const missing = ENGINES.filter((name) => !findEngine(name));
  if (missing.length > 0) {
    const installer = localInstaller();
    const commands = ENGINE_COMMANDS[installer];
    say(`no ${missing.join(", no ")}; installing: ${commands.join(" && ")}`);
    for (const command of commands) installed(command);
  }
  return ENGINES.map((name) => {
    const found = findEngine(name);
    if (!found) throw new Error(`The installer reported success, but there is no ${name}.`);
    return `${name} (${found.path})`;
  }).join(", ");
}
