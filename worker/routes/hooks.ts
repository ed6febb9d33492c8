import { type Context, Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER } from "../config.ts";
import { HookChange, HookRequest } from "../contract/hooks.ts";
import { newTokenSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import type { Failure } from "../problem.ts";
import { refuseAddress, wrongUrl } from "../sources/address.ts";
import type { Fetch } from "../sources/fetch-table.ts";
import { deliverTo } from "../sources/notices/send.ts";
import { isLocal } from "../sources/world.ts";
import { audit, auditIfChanged } from "../store/audit.ts";
import {
  deleteHook,
  type HookRow,
  insertHook,
  listHooks,
  readHook,
  shownHook,
  updateHook,
} from "../store/notices/hooks.ts";
import { listDeliveries, tell } from "../store/notices/notices.ts";

const DELIVERIES_LISTED = 50;

/** Where notices go, for admins: set, test, look at what arrived. */
export function hooks(clock: Clock, allow: Allow, ask: Fetch): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("admin"));
  const at = () => instantOf(clock.now());

  desk.get("/", async (c) => c.json({ hooks: (await listHooks(c.env.DB)).map(shownHook) }));

  desk.post("/", async (c) => {
    const read = await readBody(c, HookRequest);
    if ("refused" in read) return read.refused;
    const own_host = new URL(c.req.url).host;
    const wrong = refuseAddress(read.body.url, { ownHost: own_host, local: isLocal(c.env) });
    if (wrong) return refuse({ kind: "unprocessable", errors: [wrongUrl(wrong)] });
    const hook: HookRow = {
      ...read.body,
      id: crypto.randomUUID().slice(0, 8),
      signing_key: read.body.shape === "json" ? newTokenSecret() : null,
      own_host,
      created_at: at(),
      created_by: c.var.holder.label,
    };
    const { label, shape, lang, events } = hook;
    await c.env.DB.batch([
      insertHook(c.env.DB, hook),
      audit(c.env.DB, hook.created_at, hook.created_by, "hook-create", hook.id, {
        label,
        shape,
        lang,
        events,
      }),
    ]);
    return c.json({ hook: shownHook(hook), key: hook.signing_key }, 201);
  });

  desk.get("/:id", async (c) => {
    const hook = await find(c);
    if (hook instanceof Response) return hook;
    const deliveries = await listDeliveries(c.env.DB, hook.id, DELIVERIES_LISTED);
    return c.json({ hook: shownHook(hook), deliveries });
  });

  // The address is shown to nobody, so whoever changes the rest needn't know it.
  desk.put("/:id", async (c) => {
    const before = await find(c);
    if (before instanceof Response) return before;
    const read = await readBody(c, HookChange);
    if ("refused" in read) return read.refused;
    const { url = before.url, ...set } = read.body;
    const own_host = new URL(c.req.url).host;
    const wrong = refuseAddress(url, { ownHost: own_host, local: isLocal(c.env) });
    if (wrong) return refuse({ kind: "unprocessable", errors: [wrongUrl(wrong)] });
    const fresh = set.shape === "json" && before.signing_key === null ? newTokenSecret() : null;
    const signing_key = set.shape === "json" ? (before.signing_key ?? fresh) : null;
    const hook: HookRow = { ...before, ...set, url, own_host, signing_key };
    const moved = url !== before.url;
    const { label, shape, lang, events, old_after_days } = hook;
    await c.env.DB.batch([
      updateHook(c.env.DB, hook),
      audit(c.env.DB, at(), c.var.holder.label, "hook-set", hook.id, {
        ...{ label, shape, lang, events, old_after_days, moved },
      }),
    ]);
    return c.json({ hook: shownHook(hook), key: fresh });
  });

  desk.delete("/:id", async (c) => {
    const hook = await find(c);
    if (hook instanceof Response) return hook;
    await c.env.DB.batch([
      ...deleteHook(c.env.DB, hook.id),
      auditIfChanged(c.env.DB, at(), c.var.holder.label, "hook-delete", hook.id),
    ]);
    return c.body(null, 204);
  });

  desk.post("/:id/test", async (c) => {
    const hook = await find(c);
    if (hook instanceof Response) return hook;
    const id = crypto.randomUUID();
    const notice = { id, key: `test:${id}`, at: at(), facts: { event: "test" } as const };
    await c.env.DB.batch([
      ...tell(c.env.DB, notice, [hook.id]),
      audit(c.env.DB, notice.at, c.var.holder.label, "hook-test", hook.id),
    ]);
    const world = { env: c.env, now: clock.now, ask, context: contextOf(c) };
    await deliverTo(world, hook, { ...notice, hook: hook.id, tries: 0 });
    const [delivery] = (await listDeliveries(c.env.DB, hook.id, DELIVERIES_LISTED)).filter(
      (one) => one.notice === id,
    );
    return c.json({ delivery });
  });

  return desk;
}

async function find(c: Context<Desk>): Promise<HookRow | Response> {
  const id = c.req.param("id") ?? "";
  return (await readHook(c.env.DB, id)) ?? refuse({ kind: "not-found", what: `hook ${id}` });
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
