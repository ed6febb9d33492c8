import type { z } from "zod";
import { LICENCE } from "../config.ts";
import { CorrectionsBody, type ToldCorrections } from "../contract/editions.ts";
import { JsonFeed } from "../contract/feed.ts";
import { AsOfLangQuery, AsOfQuery } from "../contract/query.ts";
import type { ShareChange } from "../contract/share-change.ts";
import type { Lang } from "../contract/terms.ts";
import { ATOM, type Feed, type FeedEntry, toAtom } from "../http/atom.ts";
import { JSON_FEED, toJsonFeed } from "../http/json-feed.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";
import { editionsUpTo } from "../reading/told-editions.ts";
import { changeLine, correctionsFeed, feedTitle, shareLine } from "../wording/index.ts";
import { additionEntries, newestFirst } from "./addition-entries.ts";

const ABOUT =
  "An edition that adds to or changes weeks that the previous edition had reported is listed with each weekly count before and after, and why it changed: `late` (records that came in), `corrected` (records that changed), `vanished` (records gone from the courts' sites, which stay counted; `before` and `after` are the numbers of records flagged as gone), `method` (another way of counting). `shares` are the shares of sentences and kinds of service that it changed, over all weeks, each with its denominator.";

export const corrections = reading({
  path: "/v1/corrections",
  summary: "What changed, edition by edition",
  description: ABOUT,
  query: AsOfQuery,
  contentType: "application/json",
  response: CorrectionsBody,
  needs: "corrections",
  followsCurrent: true,
  answer: (query, scene) => ({
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    corrections: upTo(scene, query["as-of"]),
  }),
});

export const correctionsAtom = reading({
  path: "/v1/corrections.atom",
  summary: "The same as a feed to subscribe to",
  description: `${ABOUT} One entry for each edition, and one for each thing said of an edition later (Atom, RFC 4287).`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: ATOM,
  response: "An Atom feed, newest edition first",
  needs: "corrections",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: (query, scene) => toAtom(feedOf(query, scene, "/v1/corrections.atom")),
});

export const correctionsJsonFeed = reading({
  path: "/v1/corrections.feed.json",
  summary: "The same as JSON Feed",
  description: `${ABOUT} One entry for each edition, and one for each thing said of an edition later (JSON Feed 1.1).`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: JSON_FEED,
  response: JsonFeed,
  needs: "corrections",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: (query, scene) => toJsonFeed(feedOf(query, scene, "/v1/corrections.feed.json")),
});

function feedOf({ lang, "as-of": asOf }: z.output<typeof AsOfLangQuery>, scene: Scene, path: string): Feed {
  const told = upTo(scene, asOf);
  const entries = [
    ...told.filter(saysMore).map((one) => entryOf(one, lang, scene.origin)),
    ...told.flatMap(({ edition: id, additions }) => additionEntries({ id, additions }, lang, scene.origin)),
  ];
  const newest = newestFirst(entries);
  const self = `${scene.origin}${path}${lang === "en" ? "" : `?lang=${lang}`}`;
  return {
    ...correctionsFeed(lang, scene.edition.sample),
    id: self,
    lang,
    author: "desertion-stats",
    rights: LICENCE,
    self,
    updated: newest[0]?.updated ?? scene.edition.published_at,
    entries: newest,
  };
}

/** Those of the editions up to the one that is asked about, newest first, each with its note and what was said later. */
function upTo(scene: Scene, asOf: string | undefined): ToldCorrections[] {
  const corrections = new Map(scene.corrections.map((told) => [told.edition, told]));
  return editionsUpTo(scene, asOf)
    .toReversed()
    .flatMap(({ id, note, published_at, additions }): ToldCorrections[] => {
      const nothing = { edition: id, against: null, published_at, changes: [], changes_total: 0 };
      const told = corrections.get(id) ?? (additions && nothing);
      return told ? [{ ...told, note, ...(additions && { additions }) }] : [];
    });
}

/** Whether an edition changed anything; of one that is listed for what was said later, that is all there is to tell. */
function saysMore({ changes_total, shares = [] }: ToldCorrections): boolean {
  return changes_total + shares.length > 0;
}

function entryOf(told: ToldCorrections, lang: Lang, origin: string): FeedEntry {
  const { edition, published_at, changes, changes_total, shares = [], note } = told;
  const weeks = changes.map((change) => changeLine(change, change.class, lang));
  const more = changes_total - weeks.length;
  // A share that was none before and is none after says nothing: only what it is taken of has changed.
  const isSaid = ({ before, after }: ShareChange) => before.value + after.value > 0;
  const ofShares = shares.filter(isSaid).map((share) => shareLine(share, lang));
  const found = [...weeks, ...ofShares];
  const lines = note ? [...found, note] : found;
  const all = changes_total + ofShares.length;
  const address = `${origin}/v1/editions/${edition}`;
  return {
    id: address,
    title: feedTitle(edition, found[0] ?? "", all - 1, lang),
    updated: published_at,
    link: { href: address, type: "application/json" },
    lines: more > 0 ? [...lines, `+${more}: ${address}`] : lines,
  };
}
