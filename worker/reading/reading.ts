import type { z } from "zod";
import type { EditionPath } from "../contract/editions.ts";
import type { Lang } from "../contract/terms.ts";
import type { HeaderLines } from "../http/answer.ts";
import type { Failure, ParameterError } from "../problem.ts";
import type { Scene } from "./scene.ts";

/** What a question may ask that decides what it is answered from, or whether it can be: an edition, places, kinds. */
export interface Asked {
  "as-of"?: string | undefined;
  court?: string | undefined;
  region?: string | undefined;
  by?: string | readonly string[] | undefined;
  article?: string | undefined;
  service?: string | undefined;
  sentence?: string | undefined;
  evidence?: string | undefined;
}

/** A public address that answers from an edition. One object says all about it: route, schema, docs. */
export interface Reading<Query extends z.ZodObject = z.ZodObject> {
  /** As OpenAPI writes it: `/v1/editions/{id}`. */
  path: string;
  summary: string;
  /** More about it for the reference, in a few sentences. */
  description?: string;
  query: Query;
  /** A query that shows what the address can do, for the reference: `weeks=12&lang=uk`. */
  example?: string;
  /** Where the path itself names the edition that is asked about. */
  editionInPath?: typeof EditionPath;
  contentType: string;
  /** Types of the answer by the parameter `format`, where it can be another than `contentType`. */
  formats?: Readonly<Record<string, string>>;
  /** Schema of a JSON answer; a description of anything else. */
  response: z.ZodType | string;
  /** What is sent with this answer beside the headers of all. */
  headers?: HeaderLines | ((origin: string) => HeaderLines);
  /** An address that people share or systems fetch: what trackers put behind it is left aside. */
  shared?: true;
  /** A page of this site, and no part of the interface. */
  forPeople?: true;
  /** A list that the answer is made from, beside the edition. */
  needs?: "editions" | "corrections";
  /** An answer as of an earlier edition speaks of what is current, too, so that it is never fixed. */
  followsCurrent?: true | ((query: z.output<Query>) => boolean);
  /**
   * Making the answer takes so much of a processor that one sender may ask for so many new ones a minute: a picture, or a
   * table of many series. Null: not of this question.
   */
  costly?: "picture" | ((query: z.output<Query>) => "table" | null);
  /** The answer names the host that was asked, which Cloudflare's cache doesn't tell apart. */
  namesHost?: true;
  /** The question that the answer is about, where another parameter holds it; null: there is none in it. */
  about?(query: z.output<Query>, origin: string): Asked | null;
  /** What of a valid question this edition and this day can't answer; empty: nothing. */
  refuse?(query: z.output<Query>, scene: Scene): ParameterError[];
  answer(query: z.output<Query>, scene: Scene): Content | Promise<Content>;
  /** What people get where there is no answer, in the reading's own type. Default: the problem as JSON. */
  refusal?(failure: Failure, asked: AskedInVain): string;
}

/** What is known of a question that has no answer. */
export interface AskedInVain {
  /** Of the question, else of the reader's browser. */
  lang: Lang;
  /** Whole, without what trackers have put behind it. */
  url: URL;
}

/** Keeps a reading's query type while it stands beside its handler. */
export function reading<Query extends z.ZodObject>(definition: Reading<Query>): Reading<Query> {
  return definition;
}

/** JSON to be, text or bytes as they are sent, or why there is no answer. */
export type Content = object | string | Uint8Array<ArrayBuffer> | { failure: Failure };
