import type { RunProblem } from "../contract/sources.ts";
import { courtDirectory } from "../desk/normalise/court-directory.ts";
import { moscowDate } from "../domain/calendar.ts";
import { sha256Hex } from "../domain/digest.ts";
import { COURTS } from "../reading/places.ts";
import { hasOutdatedHeld } from "../store/sources/held.ts";
import { dropParts, putPart } from "../store/sources/parts.ts";
import { type OpenRun, type SeenTable, stepRun } from "../store/sources/runs.ts";
import type { SourceRow } from "../store/sources/sources.ts";
import { fetchTable } from "./fetch-table.ts";
import { patienceOf } from "./patience.ts";
import { readTable } from "./read-table.ts";
import { settingOf } from "./setting.ts";
import { isLocal, type World } from "./world.ts";

/** Undefined: go on with the next step. */
export type FetchEnd =
  | undefined
  | { end: "nothing-new"; table: SeenTable | null }
  | { end: "failed"; problem: RunProblem; retryAfterS: number | null };

/** Fetches and reads the table, and puts what it holds aside, in parts. Repeating it fetches anew. */
export async function fetchStep(world: World, run: OpenRun, source: SourceRow): Promise<FetchEnd> {
  const { env, now } = world;
  const authorization = source.secret && settingOf(env, source.secret);
  if (source.secret && !authorization) {
    const text = `This deployment has no secret ${source.secret}: npx wrangler secret put ${source.secret}`;
    return failed({ code: "secret-missing", text });
  }
  // What waits for a person was compared with an edition of before: it is read again, though it may be the same.
  const anew = await hasOutdatedHeld(env.DB, source.slug);
  const known = anew ? null : source;
  const request = {
    url: source.url,
    authorization,
    etag: known?.etag ?? null,
    lastModified: known?.last_modified ?? null,
  };
  const reach = { ownHost: source.own_host, local: isLocal(env) };
  const fetched = await fetchTable(request, reach, world.ask, patienceOf(env, "SOURCE_PATIENCE_MS"));
  if (fetched.kind === "problem") {
    return { end: "failed", problem: fetched.problem, retryAfterS: fetched.retryAfterS };
  }
  if (fetched.kind === "unchanged") return { end: "nothing-new", table: null };
  const { bytes, etag, lastModified } = fetched;
  const sha256 = await sha256Hex(bytes);
  const seen = { etag, lastModified, sha256 };
  if (known?.content === sha256) return { end: "nothing-new", table: seen };
  const readOn = moscowDate(now());
  const read = await readTable(bytes, source.format, sha256, {
    courts: courtDirectory(COURTS),
    today: readOn,
  });
  if ("problem" in read) return failed(read.problem);
  const { kind, content, parts, provenance } = read;
  await dropParts(env.DB, run.id).run();
  for (const [number, body] of parts.entries()) await putPart(env.DB, run.id, number, body).run();
  const table = { kind, content, parts: parts.length, provenance, seen, readOn };
  await stepRun(env.DB, run.id, "stage", { table }).run();
  return undefined;
}

function failed(problem: RunProblem): FetchEnd {
  return { end: "failed", problem, retryAfterS: null };
}
