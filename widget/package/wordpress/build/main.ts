/** `npm run wordpress`: the plugin as a zip, as WordPress uploads it. `-- --host https://…` names the deployment in it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { pluginFiles } from "./plugin.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "dist/desertion-stats.zip" },
    host: { type: "string", default: "" },
  },
});

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const host = values.host && originOf(values.host);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, zipSync(pluginFiles(version, host), { level: 9 }));
console.log(
  `The plugin is in ${values.out}: upload it under Plugins → Add New → Upload Plugin. ` +
    (host ? `It asks ${host}.` : "Its settings name the service; --host https://… does so in the zip."),
);

function originOf(typed: string): string {
  const origin = URL.parse(typed)?.origin ?? "";
  if (/^https?:\/\/[\w.:[\]-]+$/.test(origin)) return origin;
  console.error(`--host is ${typed}. Expected: the address of a deployment, such as https://stats.example.`);
  process.exit(1);
}
