/** `npm run spreadsheets`: installs LibreOffice where it is missing (Debian, as root), then has it read the CSV. */
import { spawnSync } from "node:child_process";
import { which } from "../chromium.ts";
import { installed } from "../runner/install-chromium.ts";

if (!which("soffice")) {
  console.log("Installing libreoffice-calc …");
  installed("apt-get update");
  installed("apt-get install -y --no-install-recommends libreoffice-calc");
}
const config = ["run", "--config", "test/spreadsheets/vitest.config.ts", "--root", "."];
const { status } = spawnSync("vitest", config, { stdio: "inherit" });
process.exit(status ?? 1);
