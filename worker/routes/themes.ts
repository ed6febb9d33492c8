import { type Context, Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER } from "../config.ts";
import { NoQuery } from "../contract/query.ts";
import { ThemeSlug, ThemeStyle } from "../contract/theme.ts";
import { DraftQuery, DraftReadQuery, type ThemeDraft, ThemePublication } from "../contract/theme-answers.ts";
import { soon } from "../desk/soon.ts";
import { deliverThemes } from "../desk/themes/deliver.ts";
import { discardDraft, storeDraft } from "../desk/themes/draft.ts";
import {
  deleteTheme,
  type Order,
  type Published,
  publishAgain,
  publishDraft,
  publishStyle,
} from "../desk/themes/publish.ts";
import { instantOf } from "../domain/calendar.ts";
import { DEFAULT_THEME } from "../domain/theme/summary-theme.ts";
import { isAcceptable } from "../http/accept.ts";
import { makeAnswer, sendAnswer, sendFailure, sendNotAcceptable } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import { type Seen, seen, tagOf } from "../http/if-match.ts";
import { readParameters } from "../http/parameters.ts";
import type { Failure } from "../problem.ts";
import { LASTS_A_WHILE } from "../reading/lifetime.ts";
import type { CurrentEdition } from "../store/current-edition.ts";
import { listThemes, readDraft } from "../store/themes/drafts.ts";
import { listVersions, type ThemeInForce, themesInForce } from "../store/themes/versions.ts";

const JSON_TYPE = "application/json";

/** Themes: what is in force for everybody, from memory; drafts, versions and changes for editors, from D1. */
export function themes(current: CurrentEdition, clock: Clock, allow: Allow): Hono<Desk> {
  const app = new Hono<Desk>();
  const at = () => instantOf(clock.now());
  const editors = [unshared, allow("editor", "admin")] as const;
  const order = (c: Context<Desk>, over: Seen): Order => ({
    slug: slugOf(c),
    by: c.var.holder.label,
    at: at(),
    over,
  });

  app.get("/:slug", async (c) => {
    if (!isAcceptable(c.req.header("Accept") ?? null, JSON_TYPE)) return sendNotAcceptable(JSON_TYPE);
    const parameters = readParameters(NoQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return sendFailure({ kind: "bad-parameters", errors: parameters.errors });
    const held = await current.at(c.env.EDITIONS, clock.now(), contextOf(c)).catch(() => undefined);
    if (!held) return sendFailure({ kind: held === null ? "no-edition" : "storage-down" });
    const theme = held.themes.bySlug.get(slugOf(c));
    if (!theme) return sendFailure({ kind: "not-found", what: `published theme ${slugOf(c)}` });
    const tag = tagOf("v", theme.version);
    return sendAnswer(makeAnswer(JSON.stringify(theme), JSON_TYPE, LASTS_A_WHILE, tag), c.req.raw.headers);
  });

  app.get("/", unshared, allow("editor", "desk", "admin"), async (c) =>
    c.json({ themes: await listThemes(c.env.DB) }),
  );

  app.put("/:slug", ...editors, async (c) => {
    if (!ThemeSlug.safeParse(slugOf(c)).success) return refuse(badSlug(slugOf(c)));
    const read = await readBody(c, ThemeStyle);
    if ("refused" in read) return read.refused;
    const over = seen(c.req.header("If-Match"), "v");
    const published = await publishStyle(c.env.DB, read.body, order(c, over ?? (over === null ? null : 0)));
    return over === undefined && isOvertaken(published)
      ? refuse(unseen("theme"))
      : sendPublished(c, published, over === undefined ? 201 : 200);
  });

  app.delete("/:slug", ...editors, async (c) => {
    if (slugOf(c) === DEFAULT_THEME) {
      const detail = "The default theme stands in for all others; publish another style instead.";
      return refuse({ kind: "conflict", detail });
    }
    const over = seen(c.req.header("If-Match"), "v");
    if (over === undefined) return refuse(unseen("theme"));
    const deleted = await deleteTheme(c.env.DB, order(c, over));
    if ("failure" in deleted) return refuse(deleted.failure);
    await delivered(c);
    return c.body(null, 204);
  });

  app.get("/:slug/versions", ...editors, async (c) =>
    c.json({ versions: await listVersions(c.env.DB, slugOf(c)) }),
  );

  app.post("/:slug/publish", ...editors, async (c) => {
    const read = await readBody(c, ThemePublication);
    if ("refused" in read) return read.refused;
    const { version } = read.body;
    const over = seen(c.req.header("If-Match"), version === undefined ? "d" : "v") ?? null;
    const asked = order(c, over);
    const published =
      version === undefined
        ? await publishDraft(c.env.DB, asked)
        : await publishAgain(c.env.DB, version, asked);
    return sendPublished(c, published, 200);
  });

  app.get("/:slug/draft", ...editors, async (c) => {
    const parameters = readParameters(DraftReadQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return refuse({ kind: "bad-parameters", errors: parameters.errors });
    const draft = await readDraft(c.env.DB, slugOf(c));
    // That a theme has no draft is no failure to the studio, but browsers write each 404 to their console.
    if (!draft && parameters.query.or === "nothing") return c.body(null, 204);
    if (!draft) return refuse({ kind: "not-found", what: `draft of the theme ${slugOf(c)}` });
    return sendDraft(c, draft);
  });

  app.put("/:slug/draft", ...editors, async (c) => {
    if (!ThemeSlug.safeParse(slugOf(c)).success) return refuse(badSlug(slugOf(c)));
    const parameters = readParameters(DraftQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return refuse({ kind: "bad-parameters", errors: parameters.errors });
    const read = await readBody(c, ThemeStyle);
    if ("refused" in read) return read.refused;
    const over = seen(c.req.header("If-Match"), "d");
    const basedOn = parameters.query.based_on ?? null;
    const saved = await storeDraft(c.env.DB, read.body, basedOn, order(c, over === undefined ? 0 : over));
    if (!("failure" in saved)) return sendDraft(c, saved.draft);
    return refuse(over === undefined && isOvertaken(saved) ? unseen("draft") : saved.failure);
  });

  app.delete("/:slug/draft", ...editors, async (c) => {
    const over = seen(c.req.header("If-Match"), "d");
    if (over === undefined) return refuse(unseen("draft"));
    const failure = await discardDraft(c.env.DB, order(c, over));
    return failure ? refuse(failure.failure) : c.body(null, 204);
  });

  return app;
}

/** Readers get the new version before its editor is told of it; 202 where it is still on its way to them. */
async function sendPublished(c: Context<Desk>, published: Published, status: 200 | 201): Promise<Response> {
  if ("failure" in published) return refuse(published.failure);
  const isDelivered = await delivered(c);
  const theme = (await themesInForce(c.env.DB)).find(({ slug }) => slug === slugOf(c));
  return c.json(theme satisfies ThemeInForce | undefined, isDelivered ? status : 202, {
    ETag: tagOf("v", published.version),
  });
}

function delivered(c: Context<Desk>): Promise<boolean> {
  const context = contextOf(c);
  return soon(deliverThemes(c.env, context), context);
}

function sendDraft(c: Context<Desk>, draft: ThemeDraft): Response {
  return c.json(draft, 200, { ETag: tagOf("d", draft.revision) });
}

const slugOf = (c: Context<Desk>) => c.req.param("slug") ?? "";
const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
const isOvertaken = (result: object) =>
  "failure" in result && (result.failure as Failure).kind === "precondition-failed";

function unseen(what: "theme" | "draft"): Failure {
  return {
    kind: "precondition-required",
    detail: `This ${what} exists. Send its ETag as If-Match, so that nobody's work is replaced unseen.`,
  };
}

function badSlug(slug: string): Failure {
  const message = "Expected small letters, digits and hyphens, at most 40: dark-serif.";
  return {
    kind: "unprocessable",
    errors: [{ parameter: "slug", message: `${message} Got ${slug.length} characters.` }],
  };
}
