import { createApp } from "./app.ts";
import { deliver } from "./desk/deliver.ts";
import { deliverThemes } from "./desk/themes/deliver.ts";

const app = createApp({ now: Date.now }, (url, init) => fetch(url, init));

export default {
  fetch: app.fetch,
  scheduled: (_event, env, ctx) => ctx.waitUntil(Promise.all([deliver(env, ctx), deliverThemes(env, ctx)])),
} satisfies ExportedHandler<Env>;
