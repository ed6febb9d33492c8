/** `npm run deploy`: builds, deploys to the user's Cloudflare account, migrates, and makes the first desk token. */
import { spawnSync } from "node:child_process";
import { newTokenSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sha256Hex } from "../domain/digest.ts";
import { build } from "./build.ts";
import { WRANGLER } from "./local.ts";

/** The first token only opens the door: its holder makes others and lets it expire. */
const FIRST_TOKEN_DAYS = 30;

await build();
if (process.argv.includes("--dry-run")) {
  wrangler("deploy", "--dry-run", "--env", "", "--outdir", "dist/worker");
  console.log("Dry run: the Worker is built in dist/worker; nothing was deployed.");
} else {
  // Deploying first: it creates the database and the KV namespace where the account has none yet.
  wrangler("deploy", "--env", "");
  wrangler("d1", "migrations", "apply", "DB", "--remote", "--env", "");
  await makeFirstToken();
}

async function makeFirstToken(): Promise<void> {
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
  wrangler(
    ...["d1", "execute", "DB", "--remote", "--env", "", "--command"],
    `INSERT INTO token (${columns}) SELECT ${values.join(", ")} WHERE NOT EXISTS (SELECT 1 FROM token)`,
  );
  console.log(`
  If this is the first deployment, this is the desk's first token, for ${FIRST_TOKEN_DAYS} days (shown this once;
  on a later deployment it opens nothing):

  ${secret}

  Publish the ledger:  npm run desk -- publish worker/data/published-figures.csv --url https://… --token …`);
}

function wrangler(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [WRANGLER, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
