import { type Context, Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER } from "../config.ts";
import { type Source, SourceRequest, SourceSlug } from "../contract/sources.ts";
import { soon } from "../desk/soon.ts";
import { instantOf } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import type { Failure } from "../problem.ts";
import { refuseAddress, wrongUrl } from "../sources/address.ts";
import type { Fetch } from "../sources/fetch-table.ts";
import { begin, carryOn } from "../sources/run.ts";
import { isLocal } from "../sources/world.ts";
import { audit, auditIfChanged } from "../store/audit.ts";
import { listRuns, readRun } from "../store/sources/run-log.ts";
import { dropOpenRuns } from "../store/sources/runs.ts";
import {
  deleteSource,
  listSources,
  readSource,
  type SourceRow,
  setSource,
} from "../store/sources/sources.ts";

const RUNS_LISTED = 50;

/** Watched tables, for desk and admins: what is set, what the looks at them gave, and a look at once. */
export function sources(clock: Clock, allow: Allow, ask: Fetch): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("desk", "admin"));
  const at = () => instantOf(clock.now());

  desk.get("/", async (c) => {
    const rows = await listSources(c.env.DB);
    return c.json({ sources: await Promise.all(rows.map((row) => shown(c.env.DB, row))) });
  });

  desk.get("/:slug", async (c) => {
    const row = await find(c);
    return row instanceof Response ? row : c.json({ source: await shown(c.env.DB, row) });
  });

  desk.put("/:slug", async (c) => {
    const slug = c.req.param("slug");
    if (!SourceSlug.safeParse(slug).success) {
      const message = "Expected a source's slug: small letters, digits, hyphens; at most 40.";
      return refuse({ kind: "bad-parameters", errors: [{ parameter: "slug", message }] });
    }
    const read = await readBody(c, SourceRequest);
    if ("refused" in read) return read.refused;
    const ownHost = new URL(c.req.url).host;
    const wrong = refuseAddress(read.body.url, { ownHost, local: isLocal(c.env) });
    if (wrong) return refuse({ kind: "unprocessable", errors: [wrongUrl(wrong)] });
    const before = await listed(c.env.DB, slug);
    const by = { ownHost, at: at(), by: c.var.holder.label };
    // The address may hold a key: the audit tells that it was set, and not to what.
    const { url: _, ...detail } = read.body;
    await c.env.DB.batch([
      ...dropOpenRuns(c.env.DB, slug),
      setSource(c.env.DB, slug, read.body, by),
      audit(c.env.DB, by.at, by.by, "source-set", slug, detail),
    ]);
    return c.json({ source: await shown(c.env.DB, (await readSource(c.env.DB, slug))!) }, before ? 200 : 201);
  });

  desk.delete("/:slug", async (c) => {
    const slug = c.req.param("slug");
    if (!(await listed(c.env.DB, slug))) return refuse(noSource(slug));
    await c.env.DB.batch([
      ...dropOpenRuns(c.env.DB, slug),
      deleteSource(c.env.DB, slug),
      auditIfChanged(c.env.DB, at(), c.var.holder.label, "source-delete", slug),
    ]);
    return c.body(null, 204);
  });

  desk.get("/:slug/runs", async (c) => {
    const row = await find(c);
    return row instanceof Response ? row : c.json({ runs: await listRuns(c.env.DB, row.slug, RUNS_LISTED) });
  });

  // Also of a paused one: whoever sets a source wants to see what it gives before it runs by itself.
  desk.post("/:slug/run", async (c) => {
    const row = await find(c);
    if (row instanceof Response) return row;
    const context = contextOf(c);
    const world = { env: c.env, now: clock.now, ask, context };
    await audit(c.env.DB, at(), c.var.holder.label, "source-run", row.slug).run();
    const id = await begin(world, row.slug, c.var.holder.label);
    if (id === null) return refuse(noSource(row.slug));
    await soon(carryOn(world, id), context);
    const run = await readRun(c.env.DB, id);
    return c.json({ run }, run?.ended_at ? 200 : 202);
  });

  return desk;
}

async function shown(db: D1Database, row: SourceRow): Promise<Source> {
  const { own_host: _, failures: __, etag: ___, last_modified: ____, content: _____, ...source } = row;
  const [last_run = null] = await listRuns(db, row.slug, 1);
  return { ...source, next_run_at: row.paused ? null : row.next_run_at, last_run };
}

/** Also one whose row is spoilt: to set it anew, or to delete it, is the way out. */
async function listed(db: D1Database, slug: string): Promise<boolean> {
  return (await listSources(db)).some((one) => one.slug === slug);
}

async function find(c: Context<Desk>): Promise<SourceRow | Response> {
  const slug = c.req.param("slug") ?? "";
  return (await readSource(c.env.DB, slug)) ?? refuse(noSource(slug));
}

function noSource(slug: string): Failure {
  return { kind: "not-found", what: `source ${slug}` };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
