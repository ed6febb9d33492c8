import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { deliver } from "./desk/deliver.ts";
import { deliverThemes } from "./desk/themes/deliver.ts";
import { tick } from "./sources/tick.ts";
import { keepReleasedFiles } from "./store/released-files.ts";

const { POINTER_MAX_AGE_MS: age } = env as { POINTER_MAX_AGE_MS?: string };
const app = createApp({ now: Date.now }, (url, init) => fetch(url, init), age ? Number(age) : undefined);

export default {
  fetch: app.fetch,
  // Assets have no origin of their own; theirs is asked under any.
  scheduled: (_event, env, ctx) =>
    ctx.waitUntil(
      Promise.all([
        deliver(env, ctx),
        deliverThemes(env, ctx),
        keepReleasedFiles(env, "https://assets.local"),
        tick({ env, now: Date.now, ask: (url, init) => fetch(url, init), context: ctx }),
      ]),
    ),
} satisfies ExportedHandler<Env>;
