import { LICENCE } from "../config.ts";
import type { EditionRef, Source } from "../contract/common.ts";
import type { EditionCorrections, EditionLine } from "../contract/editions.ts";
import type { Evidence, Unit } from "../contract/terms.ts";
import type { Additions } from "../domain/additions.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { COUNTED_UNITS } from "../domain/question.ts";
import { crossesPlaceAndKind, type Narrowed } from "../domain/records/question.ts";
import { areCounted } from "../domain/scope.ts";
import { SOURCES } from "../domain/sources.ts";
import type { PublishedThemes } from "../store/themes/published.ts";
import { isPublishersRegion } from "./places.ts";

/** What an answer is made from: an edition and the reader's day. Nothing else may change it. */
export interface Scene {
  edition: Edition;
  /** The edition's counts by court; null where it has none, or the question names no court. */
  courts: Tallies | null;
  /** The edition that readers get now, where the question is about an earlier one. */
  current: { edition: Edition; courts: Tallies | null } | null;
  /** All editions, oldest first; empty where neither the question nor the answer is about them. */
  editions: readonly EditionLine[];
  /** What the last editions changed, newest first; empty where the answer isn't about it. */
  corrections: readonly EditionCorrections[];
  /** What was said of editions later, up to now. */
  additions: Additions;
  /** Another edition of the list, with its counts by court where the question names one; null: KV hasn't got it. */
  version(id: string): Promise<{ edition: Edition; courts: Tallies | null } | null>;
  /** The looks in force now, whatever edition is asked about. */
  themes: PublishedThemes;
  stale: boolean;
  /** Calendar date in Moscow. */
  today: string;
  /** Where this deployment answers: `https://…` without a slash at the end. */
  origin: string;
}

/** The edition as each body names it. */
export function editionRef(scene: Scene, evidence: Evidence, source?: Source | null): EditionRef {
  const { id, published_at, sample } = scene.edition;
  const named = source ?? SOURCES[evidence];
  return { id, published_at, evidence, sample, stale: scene.stale, source: named, licence: LICENCE };
}

/** What decides which evidence answers. */
interface AskedEvidence extends Narrowed {
  evidence: "auto" | Evidence;
  unit: Unit;
  articles?: readonly string[] | null;
}

/** Which evidence answers: records where there are any of the place and unit and nothing else was asked for. */
export function evidenceFor(edition: Edition, asked: AskedEvidence): Evidence {
  const { evidence, unit, region, articles } = asked;
  if (evidence !== "auto") return evidence;
  const isTold = areCounted(articles ?? []) && !crossesPlaceAndKind(asked);
  const counted = COUNTED_UNITS.includes(unit) && !isPublishersRegion(region) && isTold;
  return edition.records && counted ? "records" : "published";
}
