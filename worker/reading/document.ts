import type { Context, Handler } from "hono";
import { NoQuery } from "../contract/query.ts";
import type { Edition } from "../domain/edition.ts";
import { isAcceptable } from "../http/accept.ts";
import { type Answer, makeAnswer, sendAnswer, sendFailure, sendNotAcceptable } from "../http/answer.ts";
import { readParameters } from "../http/parameters.ts";
import { etagOf } from "./etag.ts";
import { LASTS_A_WHILE } from "./lifetime.ts";
import { Recent } from "./recent.ts";

/** A deployment has few hosts of its own. */
const HOSTS_KEPT = 4;

/** What is about this deployment rather than an edition: it is there before the first one. */
export interface Document {
  contentType: string;
  /** Beside the headers of all answers. */
  headers?: Readonly<Record<string, string>>;
  /** A page: links to it gather parameters on their way that aren't its own. */
  anyQuery?: true;
  /** The edition that it takes its examples from, if there is one. */
  edition?(c: Context<{ Bindings: Env }>): Promise<Edition | null>;
  make(origin: string, edition: Edition | null): string;
}

/** Serves a document, made at the first asking on each host and for each edition. */
export function serveDocument(document: Document): Handler<{ Bindings: Env }> {
  const { contentType, headers } = document;
  const answers = new Recent<Answer>(HOSTS_KEPT);
  return async (c) => {
    if (!isAcceptable(c.req.header("Accept"), contentType)) return sendNotAcceptable(contentType);
    const { origin, searchParams } = new URL(c.req.url);
    const parameters = readParameters(NoQuery, searchParams);
    if ("errors" in parameters && !document.anyQuery) {
      return sendFailure({ kind: "bad-parameters", errors: parameters.errors });
    }
    const edition = (await document.edition?.(c)) ?? null;
    const answer = await answers.get(`${origin} ${edition?.id}`, async () => {
      const body = document.make(origin, edition);
      return makeAnswer(body, contentType, { ...LASTS_A_WHILE, ...headers }, await etagOf(body));
    });
    return sendAnswer(answer!, c.req.raw.headers);
  };
}
