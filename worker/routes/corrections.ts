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
import { changeLine, correctionsFeed, feedTitle, shareLine } from "../wording/index.ts";

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
  answer: (_query, scene) => ({
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    corrections: upTo(scene),
  }),
});

export const correctionsAtom = reading({
  path: "/v1/corrections.atom",
  summary: "The same as a feed to subscribe to",
  description: `${ABOUT} One entry for each edition (Atom, RFC 4287).`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: ATOM,
  response: "An Atom feed, newest edition first",
  needs: "corrections",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: ({ lang }, scene) => toAtom(feedOf(lang, scene, "/v1/corrections.atom")),
});

export const correctionsJsonFeed = reading({
  path: "/v1/corrections.feed.json",
  summary: "The same as JSON Feed",
  description: `${ABOUT} One entry for each edition (JSON Feed 1.1).`,
  query: AsOfLangQuery,
  example: "lang=uk",
  contentType: JSON_FEED,
  response: JsonFeed,
  needs: "corrections",
  shared: true,
  followsCurrent: true,
  namesHost: true,
  answer: ({ lang }, scene) => toJsonFeed(feedOf(lang, scene, "/v1/corrections.feed.json")),
});

function feedOf(lang: Lang, scene: Scene, path: string): Feed {
  const told = upTo(scene);
  const self = `${scene.origin}${path}${lang === "en" ? "" : `?lang=${lang}`}`;
  return {
    ...correctionsFeed(lang, scene.edition.sample),
    id: self,
    lang,
    author: "desertion-stats",
    rights: LICENCE,
    self,
    updated: told[0]?.published_at ?? scene.edition.published_at,
    entries: told.map((one) => entryOf(one, lang, scene.origin)),
  };
}

/** Those of the editions up to the one that is asked about, each with its note. */
function upTo({ corrections, editions, edition }: Scene): ToldCorrections[] {
  const asked = editions.filter(({ sequence }) => sequence <= edition.sequence);
  const notes = new Map(asked.map(({ id, note }) => [id, note]));
  return corrections.flatMap((told) => {
    const note = notes.get(told.edition);
    return note === undefined ? [] : [{ ...told, note }];
  });
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
