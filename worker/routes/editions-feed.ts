import type { z } from "zod";
import { LICENCE } from "../config.ts";
import type { EditionLine } from "../contract/editions.ts";
import { JsonFeed } from "../contract/feed.ts";
import { AsOfLangQuery } from "../contract/query.ts";
import { ATOM, type Feed, toAtom } from "../http/atom.ts";
import { JSON_FEED, toJsonFeed } from "../http/json-feed.ts";
import { reading } from "../reading/reading.ts";
import type { Scene } from "../reading/scene.ts";
import { editionsUpTo } from "../reading/told-editions.ts";
import { editionsFeed } from "../wording/index.ts";
import { additionEntries, newestFirst } from "./addition-entries.ts";

/** Entries of a feed: what a reader that comes once a month may have missed. */
const ENTRIES = 50;

const ABOUT =
  "The newest 50 entries: one for each edition, with the desk's own note and the number of weekly counts and shares that it changed, and one for each thing that the desk said of an edition later.";

export const editionsAtom = reading({
  path: "/v1/editions.atom",
  summary: "New editions as a feed to subscribe to",
  description: `${ABOUT} Atom, RFC 4287.`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: ATOM,
  response: "An Atom feed, newest edition first",
  needs: "editions",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: (query, scene) => toAtom(feedOf(query, scene, "/v1/editions.atom")),
});

export const editionsJsonFeed = reading({
  path: "/v1/editions.feed.json",
  summary: "The same as JSON Feed",
  description: `${ABOUT} JSON Feed 1.1.`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: JSON_FEED,
  response: JsonFeed,
  needs: "editions",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: (query, scene) => toJsonFeed(feedOf(query, scene, "/v1/editions.feed.json")),
});

function feedOf({ lang, "as-of": asOf }: z.output<typeof AsOfLangQuery>, scene: Scene, path: string): Feed {
  const { edition, origin } = scene;
  const { title, subtitle, kinds } = editionsFeed(lang, edition.sample);
  const self = `${origin}${path}${lang === "en" ? "" : `?lang=${lang}`}`;
  const told = editionsUpTo(scene, asOf).toReversed();
  const entries = [
    ...told.map((line) => entryOf(line, kinds, origin)),
    ...told.flatMap((line) => additionEntries(line, lang, origin)),
  ];
  const newest = newestFirst(entries).slice(0, ENTRIES);
  return {
    title,
    subtitle,
    id: self,
    lang,
    author: "desertion-stats",
    rights: LICENCE,
    self,
    updated: newest[0]?.updated ?? edition.published_at,
    entries: newest,
  };
}

function entryOf(
  { id, published_at, kind, note, changes }: EditionLine,
  kinds: Readonly<Record<EditionLine["kind"], string>>,
  origin: string,
): Feed["entries"][number] {
  const address = `${origin}/v1/editions/${id}`;
  return {
    id: address,
    title: `${id}: ${kinds[kind]}`,
    updated: published_at,
    link: { href: address, type: "application/json" },
    lines: [note, ...(changes > 0 ? [`${changes}: ${origin}/v1/corrections`] : []), address].filter(Boolean),
  };
}
