import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

export interface Ran {
  ok: boolean;
  /** What it wrote, errors included. */
  output: string;
}

/** A version of the Worker that is in place, and where it answers. */
export interface InPlace {
  version: string;
  /** Addresses as wrangler writes them: `https://…workers.dev`, `stats.example.org (custom domain)`. */
  targets: readonly string[];
}

export interface Wrangler {
  /** `show` lets the person see it work; `keep` is for what only a program reads. */
  run(args: readonly string[], output: "show" | "keep"): Promise<Ran>;
  /** `wrangler deploy`; null where it failed. */
  deploy(args: readonly string[]): Promise<InPlace | null>;
}

const Line = z.object({
  type: z.string(),
  version_id: z.string().nullish(),
  targets: z.array(z.string()).nullish(),
});

/** @param program the command that is wrangler, with its first arguments */
export function wranglerAt(program: readonly [string, ...string[]]): Wrangler {
  const run = (
    args: readonly string[],
    output: "show" | "keep",
    env: Readonly<Record<string, string>> = {},
  ) =>
    new Promise<Ran>((resolve, reject) => {
      const [command, ...first] = program;
      const child = spawn(command, [...first, ...args], {
        env: { ...process.env, ...env },
        stdio: output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
      });
      let written = "";
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (written += data));
      child.once("error", reject);
      child.once("close", (code) => resolve({ ok: code === 0, output: written }));
    });
  return {
    run,
    async deploy(args) {
      const folder = await mkdtemp(join(tmpdir(), "desertion-stats-deploy-"));
      try {
        const told = join(folder, "told.ndjson");
        const { ok } = await run(["deploy", ...args], "show", { WRANGLER_OUTPUT_FILE_PATH: told });
        return ok ? inPlace(await readFile(told, "utf8")) : null;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** @throws Error where wrangler doesn't say which version it has put in place */
export function inPlace(told: string): InPlace {
  const lines = told.split("\n").filter((line) => line.trim() !== "");
  const deployed = lines.map((line) => Line.parse(JSON.parse(line))).find(({ type }) => type === "deploy");
  if (!deployed?.version_id)
    throw new Error(
      "wrangler deployed, but doesn't say which version. Look at: npx wrangler deployments status",
    );
  return { version: deployed.version_id, targets: deployed.targets ?? [] };
}

/**
 * Where to try a deployment: the address of its own, if it has one, else the one of workers.dev.
 * @returns null where it has none at all, as with a route of a zone alone
 */
export function addressOf(targets: readonly string[]): string | null {
  const hosts = targets.flatMap((target) => {
    const [, host] = /^(?:https:\/\/)?([a-z0-9.-]+\.[a-z]+)(?:$|[\s/])/i.exec(target) ?? [];
    return host === undefined || target.includes("*") ? [] : [host];
  });
  const own = hosts.find((host) => !host.endsWith(".workers.dev"));
  const host = own ?? hosts[0];
  return host === undefined ? null : `https://${host}`;
}
