import type { Context, Hono } from "hono";
import type { z } from "zod";
import { CACHE_ERROR, CACHE_NEVER, KV_PATIENCE_MS } from "../config.ts";
import { EditionId } from "../contract/editions.ts";
import { LANGS } from "../contract/terms.ts";
import type { PublishedTheme } from "../contract/theme-answers.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { MoscowDay } from "../domain/moscow-day.ts";
import { isAcceptable } from "../http/accept.ts";
import { preferredLanguage } from "../http/accept-language.ts";
import {
  type Answer,
  failureOf,
  type HeaderLines,
  makeAnswer,
  sendAnswer,
  sendFailure,
  sendNotAcceptable,
  sendRefusal,
} from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import { readParameters } from "../http/parameters.ts";
import { isWithin, senderOf, TOO_MANY } from "../http/rate-limit.ts";
import { withoutTrackers } from "../http/trackers.ts";
import { logFailure } from "../log.ts";
import type { Failure } from "../problem.ts";
import { CurrentEdition, type Held } from "../store/current-edition.ts";
import { findAsOf } from "../store/edition-index.ts";
import { within } from "../store/within.ts";
import { AnswerMemory } from "./answer-memory.ts";
import { Archive } from "./archive.ts";
import { etagOf } from "./etag.ts";
import { lastsForEver, lastsUntilTheNext } from "./lifetime.ts";
import { unknownPlaces } from "./places.ts";
import type { Asked, Reading } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { unanswerable } from "./unanswerable.ts";

type Asking = Context<{ Bindings: Env }>;

/** Answers all readings from editions in memory. */
export class Readers {
  readonly current: CurrentEdition;
  /** What has been mounted, for the reference. */
  readonly readings: Reading[] = [];
  readonly #archive = new Archive();
  readonly #memory = new AnswerMemory();
  readonly #today = new MoscowDay();
  readonly #clock: Clock;

  constructor(clock: Clock, pointerMaxAgeMs?: number) {
    this.#clock = clock;
    this.current = new CurrentEdition(pointerMaxAgeMs);
  }

  mount<Query extends z.ZodObject>(app: Hono<{ Bindings: Env }>, reading: Reading<Query>): void {
    this.readings.push(reading);
    app.get(reading.path.replace(/\{(\w+)\}/g, ":$1"), (c) => this.#serve(c, reading));
  }

  /** A URL that was answered before needs no parsing: nearly every request ends here. */
  #serve(c: Asking, reading: Reading): Response | Promise<Response> {
    const { url, headers } = c.req.raw;
    const type = typeOf(reading, url);
    if (!isAcceptable(headers.get("Accept"), type)) return sendNotAcceptable(type);
    const now = this.#clock.now();
    const held = this.current.fresh(now);
    const known = held && this.#memory.about(held, this.#todayOf(held, now)).get(url);
    return known ? sendAnswer(known, headers) : this.#serveAnew(c, reading, now);
  }

  async #serveAnew(c: Asking, reading: Reading, now: number): Promise<Response> {
    const url = new URL(c.req.url);
    if (reading.shared) url.search = withoutTrackers(url.searchParams).toString();
    if (!reading.refusal) {
      const answer = await this.#find(c, reading, url, now);
      return "kind" in answer ? sendFailure(answer, keptFor(answer)) : sendAnswer(answer, c.req.raw.headers);
    }
    const answer = await this.#find(c, reading, url, now).catch((error) => {
      logFailure("unexpected", error);
      return failureOf(error);
    });
    if (!("kind" in answer)) return sendAnswer(answer, c.req.raw.headers);
    const named = LANGS.find((lang) => lang === url.searchParams.get("lang"));
    const lang = named ?? preferredLanguage(c.req.header("Accept-Language"), LANGS) ?? "en";
    const headers = { ...headersOf(reading, url.origin), "Content-Type": reading.contentType };
    // What was chosen by the reader's browser is for no other reader.
    const cacheControl = named ? keptFor(answer) : CACHE_NEVER;
    return sendRefusal(answer, reading.refusal(answer, { lang, url }), headers, cacheControl);
  }

  /** validate → read → make */
  async #find(c: Asking, reading: Reading, url: URL, now: number): Promise<Answer | Failure> {
    const id = c.req.param("id");
    if (reading.editionInPath && !EditionId.safeParse(id).success) {
      return { kind: "not-found", what: `edition ${id}` };
    }
    const parameters = readParameters(reading.query, url.searchParams);
    if ("errors" in parameters) return { kind: "bad-parameters", errors: parameters.errors };
    const held = await this.#hold(c, now);
    if ("kind" in held) return held;

    const today = this.#todayOf(held, now);
    const memory = this.#memory.about(held, today);
    const question = `${url.origin}${url.pathname}?${canonical(parameters.query)}`;
    const asked = reading.editionInPath ? { ...parameters.query, "as-of": id } : parameters.query;
    const remembered = memory.get(question);
    if (!remembered && (await asksTooOften(c, costOf(reading, parameters.query)))) return TOO_MANY;
    const made = remembered ?? (await this.#make(c.env, reading, asked, held, { today, origin: url.origin }));
    if ("kind" in made) return made;
    if (!made.passing) {
      memory.set(question, made);
      // A click's own address is asked once: kept, it would push out what many ask.
      if (url.href === c.req.url) memory.set(c.req.url, made);
    }
    return made;
  }

  /** What a reading would answer if a theme were published that isn't: for its editor alone, remembered nowhere. */
  async rehearse(c: Asking, reading: Reading, theme: PublishedTheme): Promise<Response> {
    const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
    const { searchParams, origin } = new URL(c.req.url);
    const parameters = readParameters(reading.query, searchParams);
    if ("errors" in parameters) return refuse({ kind: "bad-parameters", errors: parameters.errors });
    const now = this.#clock.now();
    const held = await this.#hold(c, now);
    if ("kind" in held) return refuse(held);
    if (await asksTooOften(c, costOf(reading, parameters.query))) return refuse(TOO_MANY);
    const bySlug = new Map([...held.themes.bySlug, [theme.slug, theme]]);
    const rehearsed = { ...held, themes: { ...held.themes, bySlug } };
    const reader = { today: this.#todayOf(held, now), origin };
    const made = await this.#make(c.env, reading, parameters.query, rehearsed, reader);
    if ("kind" in made) return refuse(made);
    return new Response(made.body, {
      headers: {
        "Content-Type": reading.contentType,
        "Cache-Control": CACHE_NEVER,
        "X-Content-Type-Options": "nosniff",
      },
    });
  }

  /** The Moscow date. An edition is of a day that has come, whatever a clock that runs behind says. */
  #todayOf({ edition }: Held, now: number): string {
    return this.#today.at(Math.max(now, Date.parse(edition.published_at)));
  }

  async #hold(c: Asking, now: number): Promise<Held | Failure> {
    try {
      return (await this.current.at(c.env.EDITIONS, now, contextOf(c))) ?? { kind: "no-edition" };
    } catch (error) {
      logFailure("edition-unloaded", error);
      return { kind: "storage-down" };
    }
  }

  async #make(
    env: Env,
    reading: Reading,
    query: Record<string, unknown> & Asked,
    held: Held,
    reader: Pick<Scene, "today" | "origin">,
  ): Promise<Answer | Failure> {
    const asked = reading.about ? (reading.about(query, reader.origin) ?? {}) : query;
    const fixed = asked["as-of"]?.includes(".") === true && !followsCurrent(reading, query);
    const scene = await within(KV_PATIENCE_MS, this.#scene(env.EDITIONS, reading, asked, held, reader)).catch(
      storageDown,
    );
    if ("kind" in scene) return scene;
    const unknown = [
      ...unknownPlaces(asked, scene.courts, scene.edition),
      ...unanswerable(asked, scene.edition),
    ];
    const errors = unknown.length > 0 ? unknown : (reading.refuse?.(query, scene) ?? []);
    if (errors.length > 0) return { kind: "bad-parameters", errors };
    const result = await reading.answer(query, fixed ? { ...scene, stale: false } : scene);
    if (typeof result === "object" && "failure" in result) return result.failure;
    const asIs = typeof result === "string" || result instanceof Uint8Array;
    const body = asIs ? result : JSON.stringify(result);
    const type = reading.formats?.[String(query.format)] ?? reading.contentType;
    const headers = {
      ...(fixed ? lastsForEver(scene.edition) : lastsUntilTheNext(scene.edition, held, reader.today)),
      ...headersOf(reading, reader.origin),
      ...(reading.namesHost && { "Cloudflare-CDN-Cache-Control": "no-store" }),
    };
    const answer = makeAnswer(body, type, headers, await etagOf(body));
    return { ...answer, passing: hasGap(scene.editions) };
  }

  /** The edition that is asked about, and beside it the current one where that is another. */
  async #scene(
    kv: KVNamespace,
    { needs }: Reading,
    { "as-of": asOf, court, region, by }: Asked,
    { edition, themes, additions, stale }: Held,
    { today, origin }: Pick<Scene, "today" | "origin">,
  ): Promise<Scene | Failure> {
    const breakdowns = [by].flat();
    const byCourt =
      [court, region].some(Boolean) || breakdowns.includes("court") || breakdowns.includes("region");
    const courtsOf = async (of: Edition) => (byCourt ? this.#archive.courts(kv, of) : null);
    const editions = asOf || needs ? await this.#archive.lines(kv, edition) : [];
    const corrections = needs === "corrections" ? await this.#archive.corrections(kv, edition) : [];
    const current = { edition, courts: await courtsOf(edition) };
    const version = async (id: string) => {
      const of = await this.#published(kv, id, edition);
      return of && { edition: of, courts: await courtsOf(of) };
    };
    const beside = { themes, additions, stale, origin, editions, corrections, version };
    if (asOf === undefined) return { ...beside, ...current, current: null, today };

    const line = findAsOf(editions, asOf);
    const frozen = line && (await this.#frozen(kv, line.id, asOf, edition));
    if (!frozen) return { kind: "before-first-edition", asked: asOf, first: editions[0]?.id ?? edition.id };
    const frozenDay = asOf.includes(".") ? moscowDate(Date.parse(frozen.published_at)) : asOf;
    return {
      ...beside,
      edition: frozen,
      courts: await courtsOf(frozen),
      current,
      today: frozenDay < today ? frozenDay : today,
    };
  }

  /** As it was published; what is held needs no KV, unless its records were read again since. */
  async #published(kv: KVNamespace, id: string, held: Edition): Promise<Edition | null> {
    return held.id === id && !held.records?.again ? held : this.#archive.edition(kv, id);
  }

  /** An edition is what it was when it was published; a date is what readers were told on it. */
  async #frozen(kv: KVNamespace, id: string, asOf: string, held: Edition): Promise<Edition | null> {
    if (asOf.includes(".")) return this.#published(kv, id, held);
    const isHeld = held.id === id && (!held.records?.again || held.records.readOn <= asOf);
    return isHeld ? held : this.#archive.editionBy(kv, id, asOf);
  }
}

function headersOf({ headers }: Reading, origin: string): HeaderLines {
  return (typeof headers === "function" ? headers(origin) : headers) ?? {};
}

function followsCurrent({ followsCurrent: follows }: Reading, query: Record<string, unknown>): boolean {
  return typeof follows === "function" ? follows(query) : follows === true;
}

type Cost = "picture" | "table" | null;

function costOf({ costly }: Reading, query: Parameters<Reading["answer"]>[0]): Cost {
  return typeof costly === "function" ? costly(query) : (costly ?? null);
}

async function asksTooOften(c: Asking, cost: Cost): Promise<boolean> {
  if (!cost) return false;
  const { PICTURES, TABLES }: { PICTURES?: RateLimit; TABLES?: RateLimit } = c.env;
  const sender = senderOf(c);
  return sender !== null && !(await isWithin(cost === "picture" ? PICTURES : TABLES, sender));
}

/** What is refused to one sender is for no other. */
function keptFor({ kind }: Failure): string {
  return kind === "too-many-requests" ? CACHE_NEVER : CACHE_ERROR;
}

/** The type of the answer that an address is asked for. */
function typeOf({ contentType, formats }: Reading, url: string): string {
  return formats?.[new URL(url).searchParams.get("format") ?? ""] ?? contentType;
}

/** Editions are numbered without a gap: KV's list is late where one is missing, and will have it in a minute. */
function hasGap(editions: Scene["editions"]): boolean {
  return editions.some(({ sequence }, index) => sequence !== index + 1);
}

function storageDown(error: unknown): Failure {
  logFailure("archive-unloaded", error);
  return { kind: "storage-down" };
}

/** One spelling of a question: the order of its parameters doesn't matter. */
function canonical(query: object): string {
  return JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
}
