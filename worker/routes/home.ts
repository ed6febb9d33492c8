import type { Handler } from "hono";
import { CACHE_CURRENT } from "../config.ts";
import { EmbedQuery } from "../contract/embed.ts";
import { LANGS } from "../contract/terms.ts";
import { moscowDate } from "../domain/calendar.ts";
import { previewTags } from "../embed/frame/preview-tags.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import { currentScene } from "../reading/current-scene.ts";
import { summarise } from "../reading/summarise.ts";
import type { CurrentEdition } from "../store/current-edition.ts";
import { LANGUAGES } from "../wording/languages.ts";

/**
 * The demo page, a file, and in its head what networks show of it: that needs the address of this deployment and the
 * current number. Without an edition it is the file alone.
 */
export function home(current: CurrentEdition, clock: Clock): Handler<{ Bindings: Env }> {
  return async (c) => {
    const { origin, searchParams } = new URL(c.req.url);
    // The file's own tag would say "unchanged" of a page whose number has changed.
    const page = await c.env.ASSETS.fetch(`${origin}/`, { method: c.req.method });
    const now = clock.now();
    const held = await current.at(c.env.EDITIONS, now, contextOf(c)).catch(() => null);
    const headers = new Headers(page.headers);
    headers.delete("ETag");
    headers.set("Cache-Control", CACHE_CURRENT);
    headers.set("Cloudflare-CDN-Cache-Control", "no-store");
    const plain = new Response(page.body, { status: page.status, headers });
    if (!held) return plain;
    const lang = LANGS.find((one) => one === searchParams.get("lang")) ?? "en";
    const query = EmbedQuery.parse({ lang });
    const summary = summarise(query, currentScene(held, moscowDate(now), origin));
    const address = `${origin}/${lang === "en" ? "" : `?lang=${lang}`}`;
    const tags = String(previewTags(summary, query, origin, address));
    const notice = `<p class="sample-notice" lang="${lang}">${LANGUAGES[lang].status.sample}</p>`;
    return new HTMLRewriter()
      .on("head", { element: (head) => void head.append(tags, { html: true }) })
      .on("body", {
        element: (body) => void (held.edition.sample && body.prepend(notice, { html: true })),
      })
      .transform(plain);
  };
}
