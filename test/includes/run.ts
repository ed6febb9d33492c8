/** `npm run includes`: installs the web servers where they are missing (Debian, as root), then tries the guide with them. */
import { spawnSync } from "node:child_process";
import { which } from "../chromium.ts";
import { installed } from "../runner/install-chromium.ts";

const SERVERS = { nginx: "nginx-light", apache2: "apache2", varnishd: "varnish" } as const;

const missing = Object.entries(SERVERS).filter(([command]) => !which(command));
if (missing.length > 0) {
  const packages = missing.map(([, name]) => name).join(" ");
  console.log(`Installing ${packages} …`);
  installed("apt-get update");
  installed(`apt-get install -y --no-install-recommends ${packages}`);
}
const { status } = spawnSync("vitest", ["run", "--config", "test/includes/vitest.config.ts", "--root", "."], {
  stdio: "inherit",
});
process.exit(status ?? 1);
