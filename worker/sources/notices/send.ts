import { NOTICES_AT_ONCE, NOTICES_KEPT_MS } from "../../config.ts";
import { instantOf } from "../../domain/calendar.ts";
import { logFailure } from "../../log.ts";
import { type HookRow, readHook } from "../../store/notices/hooks.ts";
import { type Due, dueDeliveries, forgetNotices, noteTry } from "../../store/notices/notices.ts";
import { refuseAddress } from "../address.ts";
import { patienceOf } from "../patience.ts";
import { isLocal, type World } from "../world.ts";
import { compose } from "./compose.ts";
import { bodyOf, signatureOf } from "./shape.ts";

const MINUTE_MS = 60_000;
/** Waits between the tries of one delivery: minutes at first, then hours; three days in all. */
const WAITS_MS = [5, 15, 60, 180, 360, 720, 720, 720, 720, 720].map((minutes) => minutes * MINUTE_MS);

/** Sends what is due. A receiver that fails keeps nobody else from their notice. */
export async function sendDue(world: World): Promise<void> {
  const { env, now } = world;
  await env.DB.batch(forgetNotices(env.DB, instantOf(now() - NOTICES_KEPT_MS)));
  const due = await dueDeliveries(env.DB, instantOf(now()), NOTICES_AT_ONCE);
  const byHook = Map.groupBy(due, ({ hook }) => hook);
  // Each receiver is told one thing after the other, so that the order is that of what happened.
  await Promise.all([...byHook].map(([hook, those]) => sendTo(world, hook, those)));
}

async function sendTo(world: World, id: string, due: readonly Due[]): Promise<void> {
  const hook = await readHook(world.env.DB, id);
  if (!hook) return;
  for (const one of due) if (!(await deliverTo(world, hook, one))) return;
}

/** Sends one notice and notes what became of it. @returns whether it arrived */
export async function deliverTo(world: World, hook: HookRow, due: Due): Promise<boolean> {
  const { env, now } = world;
  const answered = await attempt(world, hook, due);
  const delivered = /^2\d\d$/.test(answered);
  const wait = WAITS_MS[due.tries];
  const nextTryAt = wait === undefined ? null : instantOf(now() + wait);
  await noteTry(env.DB, due, { at: instantOf(now()), answered, delivered, nextTryAt }).run();
  return delivered;
}

/** The status, or why there is none. */
async function attempt({ env, ask }: World, hook: HookRow, { id, at, facts }: Due): Promise<string> {
  if (!facts) return "spoilt in the database";
  const refused = refuseAddress(hook.url, { ownHost: hook.own_host, local: isLocal(env) });
  if (refused) return refused.text;
  try {
    const body = bodyOf(hook.shape, await compose(env.EDITIONS, { id, at, facts }, hook));
    const signature = hook.signing_key && `sha256=${await signatureOf(hook.signing_key, body)}`;
    const response = await ask(hook.url, {
      method: "POST",
      body,
      // A notice goes where an admin said, and nowhere else.
      redirect: "manual",
      signal: AbortSignal.timeout(patienceOf(env, "HOOK_PATIENCE_MS")),
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "desertion-stats",
        ...(signature && { "X-Signature-256": signature }),
      },
    });
    await response.body?.cancel();
    return String(response.status);
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") return "no answer in time";
    logFailure("notice-unsent", error);
    return "unreachable";
  }
}
