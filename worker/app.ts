import { Hono } from "hono";
import type { FetchKeys } from "./access/assertion.ts";
import { openDoor } from "./access/door.ts";
import { failureOf, sendFailure } from "./http/answer.ts";
import type { Clock } from "./http/clock.ts";
import { methodsAt } from "./http/methods.ts";
import { preflight } from "./http/preflight.ts";
import { logFailure } from "./log.ts";
import { Readers } from "./reading/readers.ts";
import { auditTrail } from "./routes/audit.ts";
import { cardAsPng, cardAsSvg } from "./routes/card.ts";
import { cases } from "./routes/cases.ts";
import { coding } from "./routes/coding.ts";
import { compare } from "./routes/compare.ts";
import { corrections, correctionsAtom, correctionsJsonFeed } from "./routes/corrections.ts";
import { datapackage } from "./routes/datapackage/index.ts";
import { docs } from "./routes/docs/index.ts";
import { additions, edition, editions } from "./routes/editions.ts";
import { editionsAtom, editionsJsonFeed } from "./routes/editions-feed.ts";
import { embed, fragment } from "./routes/embed.ts";
import { manifest, released } from "./routes/embed-files.ts";
import { conflicts, figures, figuresCsv, rates } from "./routes/figures.ts";
import { guides } from "./routes/guides.ts";
import { health } from "./routes/health.ts";
import { history } from "./routes/history.ts";
import { home } from "./routes/home.ts";
import { hooks } from "./routes/hooks.ts";
import { imports } from "./routes/imports/index.ts";
import { methodology } from "./routes/methodology.ts";
import { oembed } from "./routes/oembed.ts";
import { openApi } from "./routes/openapi/index.ts";
import { courts, courtsCsv, regions, regionsCsv } from "./routes/places.ts";
import { series } from "./routes/series.ts";
import { seriesCsv } from "./routes/series-csv.ts";
import { seriesMetadata } from "./routes/series-metadata.ts";
import { session } from "./routes/session.ts";
import { sources } from "./routes/sources.ts";
import { summary } from "./routes/summary.ts";
import { themePreviews } from "./routes/theme-previews.ts";
import { themes } from "./routes/themes.ts";
import { tokens } from "./routes/tokens.ts";
import { versions, versionsCsv } from "./routes/versions.ts";
import type { Fetch } from "./sources/fetch-table.ts";

/**
 * The whole HTTP interface. The clock is an argument, so that a test can stand on any Monday; and so is who fetches
 * the keys of Cloudflare Access, so that it can sign with its own, and who fetches watched tables. `pointerMaxAgeMs` is config's if it isn't given.
 */
export function createApp(
  clock: Clock,
  fetchKeys: FetchKeys,
  pointerMaxAgeMs?: number,
  fetchTables: Fetch = (url, init) => fetch(url, init),
): Hono<{ Bindings: Env }> {
  const app = new Hono<{ Bindings: Env }>();
  const allow = openDoor(clock, fetchKeys);
  const readers = new Readers(clock, pointerMaxAgeMs);

  app.options("*", (c) => preflight(methodsAt(app, c.req.path)));
  readers.mount(app, summary);
  readers.mount(app, series);
  readers.mount(app, seriesCsv);
  readers.mount(app, seriesMetadata);
  readers.mount(app, compare);
  readers.mount(app, versions);
  readers.mount(app, versionsCsv);
  readers.mount(app, courts);
  readers.mount(app, courtsCsv);
  readers.mount(app, regions);
  readers.mount(app, regionsCsv);
  readers.mount(app, figures);
  readers.mount(app, figuresCsv);
  readers.mount(app, rates);
  readers.mount(app, conflicts);
  readers.mount(app, editions);
  readers.mount(app, edition);
  readers.mount(app, additions);
  readers.mount(app, corrections);
  readers.mount(app, correctionsAtom);
  readers.mount(app, correctionsJsonFeed);
  readers.mount(app, editionsAtom);
  readers.mount(app, editionsJsonFeed);
  readers.mount(app, datapackage);
  readers.mount(app, cardAsSvg);
  readers.mount(app, cardAsPng);
  readers.mount(app, embed);
  readers.mount(app, fragment);
  readers.mount(app, oembed);
  readers.mount(app, methodology);
  readers.mount(app, history);
  app.get("/", home(readers.current, clock));
  app.get("/guides/", guides(readers.current, clock));
  app.get("/guides/:name", guides(readers.current, clock));
  app.get("/embed/manifest.json", manifest);
  app.get("/embed/:file{[a-z]+-.+\\.js}", released);
  app.get("/v1/openapi.json", openApi(readers, clock));
  app.get("/docs", docs(readers, clock));
  app.get("/v1/health", health(readers.current, clock));
  app.route("/v1/imports", imports(clock, allow));
  app.route("/v1/cases", cases(allow));
  app.route("/v1/coding", coding(clock, allow));
  app.route("/v1/sources", sources(clock, allow, fetchTables));
  app.route("/v1/hooks", hooks(clock, allow, fetchTables));
  app.route("/v1/session", session(clock, allow));
  app.route("/v1/tokens", tokens(clock, allow));
  app.route("/v1/audit", auditTrail(allow));
  app.route("/v1/themes", themes(readers.current, clock, allow));
  app.route("/v1/themes", themePreviews(readers, clock));

  app.notFound((c) => {
    const allow = methodsAt(app, c.req.path);
    if (allow.length > 0) return sendFailure({ kind: "method-not-allowed", allow });
    return sendFailure({ kind: "not-found", what: `address ${c.req.path}` });
  });
  app.onError((error) => {
    const failure = failureOf(error);
    logFailure(failure.kind === "data-spoilt" ? failure.kind : "unexpected", error);
    return sendFailure(failure);
  });
  return app;
}
