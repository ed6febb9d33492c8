import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DeskClient, Unreachable } from "./client.ts";

export interface ServerOptions {
  url?: string;
  token?: string;
}

export const LOCAL_STATE = ".wrangler/state";
export const LOCAL_SAMPLE_STATE = ".wrangler/sample";

/**
 * The deployment that a command speaks to: `--url` and `--token`, else DESK_URL and DESK_TOKEN, else the local
 * server with the token that `npm start` made.
 * @throws Unreachable where no token can be found
 */
export function deskClient(options: ServerOptions): DeskClient {
  const url = options.url ?? process.env.DESK_URL ?? `http://localhost:${process.env.PORT ?? 8787}`;
  const token = options.token ?? process.env.DESK_TOKEN ?? localToken(url);
  if (!token) {
    throw new Unreachable(
      `No token for ${url}. Give one with --token or DESK_TOKEN; npm start makes one for a local server.`,
    );
  }
  if (!isLocal(url) && !url.startsWith("https://"))
    throw new Error(`${url} isn't https: a token is never sent unencrypted.`);
  return new DeskClient(url, token);
}

function localToken(url: string): string | null {
  if (!isLocal(url)) return null;
  const folders = process.env.STATE_DIR ? [process.env.STATE_DIR] : [LOCAL_STATE, LOCAL_SAMPLE_STATE];
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, "desk-token"), "utf8").trim();
    } catch {
      // The next folder may have one.
    }
  }
  return null;
}

function isLocal(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
