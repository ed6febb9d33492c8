/** `npm run deploy`: builds, asks, deploys to the user's Cloudflare account, tries it, and undoes it if it fails. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { newTokenSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sha256Hex } from "../domain/digest.ts";
import { build } from "./build.ts";
import { deploy } from "./deployment/deploy.ts";
import { type Built, deskFaults, readersFaults } from "./deployment/smoke.ts";
import { wranglerAt } from "./deployment/wrangler.ts";
import { WRANGLER } from "./local.ts";

/** The first token only opens the door: its holder makes others and lets it expire. */
const FIRST_TOKEN_DAYS = 30;
/** A new address takes up to a minute until it answers everywhere; each trial again after this (ms). */
const PAUSE_MS = 5_000;

const options = new Command("npm run deploy --")
  .description("Deploys to your Cloudflare account, tries it as readers do, and undoes it if that fails.")
  .option("--yes", "asks nothing, for pipelines")
  .option("--dry-run", "builds the Worker, needs no account and deploys nothing")
  .option("--url <origin>", "where to try it, if not at the address that wrangler names")
  .option("--patience <seconds>", "how long a trial may fail before it counts", Number, 90)
  .option("--again", "takes the pages and the element as they were built last")
  .parse()
  .opts<{ yes?: true; dryRun?: true; url?: string; patience: number; again?: true }>();

/** Tests put another program in wrangler's place. */
const wrangler = wranglerAt([process.execPath, process.env.DEPLOY_WRANGLER ?? WRANGLER]);

if (!options.again) await build();
if (options.dryRun) {
  const { ok } = await wrangler.run(["deploy", "--dry-run", "--env", "", "--outdir", "dist/worker"], "show");
  if (ok) console.log("Dry run: the Worker is built in dist/worker; nothing was deployed.");
  process.exit(ok ? 0 : 1);
}
const built = JSON.parse(readFileSync("dist/site/embed/manifest.json", "utf8")) as Built;
process.exit(
  await deploy(
    {
      wrangler,
      agreed,
      say: (line) => console.log(line),
      readersFaults: (origin, published) => patiently(() => readersFaults(origin, built, published, fetch)),
      deskFaults: (origin) => patiently(() => deskFaults(origin, fetch)),
      firstToken,
    },
    options,
  ),
);

async function agreed(): Promise<boolean> {
  if (options.yes) return true;
  if (!process.stdin.isTTY) {
    console.log("Nobody can be asked here: say --yes to agree to it beforehand.");
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Go on? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function patiently(faults: () => Promise<string[]>): Promise<string[]> {
  const until = Date.now() + options.patience * 1_000;
  let found = await faults();
  while (found.length > 0 && Date.now() + PAUSE_MS < until) {
    await sleep(PAUSE_MS);
    found = await faults();
  }
  return found;
}

async function firstToken(origin: string): Promise<void> {
  const secret = newTokenSecret();
  const now = Date.now();
  const values = [
    "first",
    await sha256Hex(secret),
    "first",
    "admin",
    instantOf(now),
    instantOf(now + FIRST_TOKEN_DAYS * 86_400_000),
  ].map((value) => `'${value}'`);
  const columns = "id, sha256, label, role, created_at, expires_at";
  const insert = `INSERT INTO token (${columns}) SELECT ${values.join(", ")} WHERE NOT EXISTS (SELECT 1 FROM token) RETURNING id`;
  const execute = ["d1", "execute", "DB", "--remote", "--env", "", "--json", "--command", insert];
  const { ok, output } = await wrangler.run(execute, "keep");
  if (!ok) return console.log(`The first token couldn't be made:\n${output}`);
  // No row: there are tokens already, and this one opens nothing.
  if (!/"id":\s*"first"/.test(output)) return;
  console.log(`
  The desk's first token, for ${FIRST_TOKEN_DAYS} days, shown this once. It is an admin's, and makes the others:

  ${secret}
`);
  const publish = [
    "run",
    "--silent",
    "desk",
    "--",
    "publish",
    "worker/data/published-figures.csv",
    "--url",
    origin,
  ];
  if (process.stdin.isTTY && !options.yes) {
    console.log(
      "Nothing is published yet. The ledger of published figures is ready; you see it before it goes out.",
    );
    try {
      execFileSync("npm", publish, { stdio: "inherit", env: { ...process.env, DESK_TOKEN: secret } });
      return;
    } catch {
      console.log("It wasn't published.");
    }
  }
  console.log(`  Publish the ledger:  DESK_TOKEN=… npm ${publish.join(" ")}`);
}
