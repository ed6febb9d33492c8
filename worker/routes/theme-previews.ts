import { Hono } from "hono";
import { unshared } from "../access/door.ts";
import { isForeign } from "../access/origin.ts";
import { CACHE_NEVER } from "../config.ts";
import { ThemeSlug, ThemeStyle } from "../contract/theme.ts";
import { instantOf } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import type { Readers } from "../reading/readers.ts";
import type { Reading } from "../reading/reading.ts";
import { cardAsPng } from "./card.ts";
import { compare } from "./compare.ts";
import { oembed } from "./oembed.ts";
import { summary } from "./summary.ts";

/** What a theme being edited can be looked at in, by the address that it would have. */
const REHEARSED = { summary, compare, oembed, "card.png": cardAsPng } as unknown as Readonly<
  Record<string, Reading>
>;

/**
 * The service's own answers with a style that isn't published, for the preview beside it. Nothing of it is kept, and a
 * page of another site can't have them made: its words would seem to be this deployment's.
 */
export function themePreviews(readers: Readers, clock: Clock): Hono<{ Bindings: Env }> {
  const app = new Hono<{ Bindings: Env }>();
  for (const [name, reading] of Object.entries(REHEARSED)) {
    app.post(`/:slug/preview/${name}`, unshared, async (c) => {
      if (isForeign(c)) return sendFailure({ kind: "foreign-origin" }, CACHE_NEVER);
      const slug = ThemeSlug.safeParse(c.req.param("slug"));
      if (!slug.success) return sendFailure({ kind: "not-found", what: "theme of this name" }, CACHE_NEVER);
      const read = await readBody(c, ThemeStyle);
      if ("refused" in read) return read.refused;
      const published_at = instantOf(clock.now());
      return readers.rehearse(c, reading, { slug: slug.data, version: 1, published_at, style: read.body });
    });
  }
  return app;
}
