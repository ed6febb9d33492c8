import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { runSchedule } from "./sources/schedule.ts";

const { POINTER_MAX_AGE_MS: age } = env as { POINTER_MAX_AGE_MS?: string };
const app = createApp({ now: Date.now }, (url, init) => fetch(url, init), age ? Number(age) : undefined);

export default {
  fetch: app.fetch,
  scheduled: (_event, env, ctx) =>
    ctx.waitUntil(runSchedule({ env, now: Date.now, ask: (url, init) => fetch(url, init), context: ctx })),
} satisfies ExportedHandler<Env>;
