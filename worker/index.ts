import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { deliver } from "./desk/deliver.ts";
import { deliverThemes } from "./desk/themes/deliver.ts";

const { POINTER_MAX_AGE_MS: age } = env as { POINTER_MAX_AGE_MS?: string };
const app = createApp({ now: Date.now }, (url, init) => fetch(url, init), age ? Number(age) : undefined);

export default {
  fetch: app.fetch,
  scheduled: (_event, env, ctx) => ctx.waitUntil(Promise.all([deliver(env, ctx), deliverThemes(env, ctx)])),
} satisfies ExportedHandler<Env>;
