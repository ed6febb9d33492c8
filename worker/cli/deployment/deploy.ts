import { addressOf, type Wrangler } from "./wrangler.ts";

/** All that a deployment does to the world. */
export interface Effects {
  wrangler: Wrangler;
  /** Asks the person; where nobody can be asked, `--yes` has answered. */
  agreed(): Promise<boolean>;
  say(line: string): void;
  /** What is wrong with it from outside, after some patience: a new address takes its time. */
  readersFaults(origin: string, published: boolean): Promise<string[]>;
  deskFaults(origin: string): Promise<string[]>;
  /** The first token: makes it where there is none yet, and says it. */
  firstToken(origin: string): Promise<void>;
}

export interface Wishes {
  /** Where to try it, if not where wrangler says: a route of a zone has no address of its own. */
  url?: string | undefined;
}

/** As the command ends: 0 deployed, 1 not (and what was put in place is undone), 2 nothing was begun. */
export type End = 0 | 1 | 2;

/** What stands before a deployment. */
interface Before {
  /** The version that readers are served by; null: there is no Worker yet. */
  version: string | null;
  published: boolean;
  /** The moment to which D1 can be taken back; null: unknown. */
  bookmark: string | null;
}

const REMOTE = ["DB", "--remote", "--env", ""] as const;

/**
 * Code first, then readers are tried, then the data is migrated, then the desk is tried. So code that fails never
 * touches the data; and what is undone is the code alone, for migrations only go forward.
 */
export async function deploy(effects: Effects, { url }: Wishes): Promise<End> {
  const { wrangler, say } = effects;
  const before = await lookAround(effects);
  if (before === null) return 2;
  for (const line of intended(before)) say(line);
  if (!(await effects.agreed())) {
    say("Nothing was changed.");
    return 2;
  }

  const placed = await wrangler.deploy(["--env", ""]);
  if (!placed) {
    say("wrangler has put no new version in place; what it says above is why. Readers are served as before.");
    return 1;
  }
  const origin = url ?? addressOf(placed.targets);
  if (!origin)
    return undo(effects, before, ["It has no address to try it at: give one with --url https://…"]);
  say(`Version ${placed.version} is in place. Trying ${origin} as readers do …`);
  const faults = await effects.readersFaults(origin, before.published);
  if (faults.length > 0) return undo(effects, before, faults);

  const migrated = await wrangler.run(["d1", "migrations", "apply", ...REMOTE], "show");
  if (!migrated.ok) return undo(effects, before, ["The migrations didn't go through."], true);
  const deskFaults = await effects.deskFaults(origin);
  if (deskFaults.length > 0) return undo(effects, before, deskFaults, true);
  say(`Deployed and tried: ${origin}`);
  await effects.firstToken(origin);
  return 0;
}

/** @returns null where nothing can be begun, having said why */
async function lookAround({ wrangler, say }: Effects): Promise<Before | null> {
  if (!(await wrangler.run(["whoami", "--json"], "keep")).ok) {
    say("You aren't signed in to Cloudflare. Run: npx wrangler login   (a free account will do)");
    return null;
  }
  const status = await wrangler.run(["deployments", "status", "--json", "--env", ""], "keep");
  if (!status.ok) {
    if (isMissing(status.output)) return { version: null, published: false, bookmark: null };
    say(
      `Cloudflare doesn't say which version is in place, so it couldn't be gone back to:\n${status.output.trim()}`,
    );
    return null;
  }
  const count = [
    "d1",
    "execute",
    ...REMOTE,
    "--json",
    "--command",
    "SELECT count(*) AS editions FROM edition",
  ];
  const editions = await wrangler.run(count, "keep");
  const point = await wrangler.run(["d1", "time-travel", "info", "DB", "--json", "--env", ""], "keep");
  return {
    version: match(status.output, /"version_id":\s*"([^"]+)"/),
    published: Number(match(editions.output, /"editions":\s*(\d+)/) ?? 0) > 0,
    bookmark: match(point.output, /"bookmark":\s*"([^"]+)"/),
  };
}

/** Cloudflare's code for a Worker that there is none of. */
function isMissing(output: string): boolean {
  return /\b10007\b|does not exist/i.test(output);
}

function match(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

function intended({ version, bookmark }: Before): string[] {
  if (version === null) {
    return [
      "There is no Worker of this name in your account yet. This creates in it:",
      "  the Worker desertion-stats, with an address of its own below workers.dev and a task every five minutes;",
      "  a D1 database, desertion-stats, for the desk; and a KV namespace for what readers get.",
      "Nothing that is there already is changed.",
    ];
  }
  return [
    `Version ${version} is in place. This puts the code of this folder in its place, and applies its migrations.`,
    bookmark === null
      ? "The database gives no point to go back to (Time Travel); a copy of it is made with: npx wrangler d1 export DB --remote --output backup.sql"
      : `The database can be taken back to this moment: ${restore(bookmark)}`,
  ];
}

function restore(bookmark: string): string {
  return `npx wrangler d1 time-travel restore DB --bookmark=${bookmark} --env ""`;
}

/** Puts the version of before in place again; of the data, says what stands. */
async function undo(
  { wrangler, say }: Effects,
  { version, bookmark, published }: Before,
  faults: readonly string[],
  migrated = false,
): Promise<End> {
  for (const fault of faults) say(`Failed: ${fault}`);
  if (version === null) {
    say(
      "There is no earlier version to go back to. Nobody is served by this one yet: mend what failed and run",
    );
    say("npm run deploy again, which goes on from here; or remove it with: npx wrangler delete");
    return 1;
  }
  const message = "The new version failed its first trial";
  const { ok } = await wrangler.run(
    ["rollback", version, "--message", message, "--yes", "--env", ""],
    "show",
  );
  say(
    ok
      ? `Undone: version ${version} is in place again, and serves readers${published ? "" : " once something is published"}.`
      : `NOT UNDONE: wrangler couldn't put version ${version} back. Do it now: npx wrangler rollback ${version}`,
  );
  say(
    migrated
      ? `The database keeps the migrations that went through. Readers need none of it; the desk may have to wait (503 schema-differs) until a version that knows them is deployed. ${bookmark === null ? "" : `To take the data back as well, and lose what was written since: ${restore(bookmark)}`}`
      : "No migration was run: the database is as it was.",
  );
  return 1;
}
