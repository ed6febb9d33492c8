import type { EditionCorrections } from "../contract/editions.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { readCourts, readEdition } from "../store/distribution.ts";
import {
  correctionsOf,
  type EditionLine,
  lineOf,
  readCorrections,
  readIndex,
} from "../store/edition-index.ts";
import { readReadingBy } from "../store/readings.ts";
import { Recent } from "./recent.ts";

/** Editions and court counts that an isolate keeps beside the current edition. */
const KEPT_EDITIONS = 4;

/** What KV holds beside the current edition, the last few things in memory. */
export class Archive {
  readonly #editions = new Recent<Edition>(KEPT_EDITIONS);
  readonly #read = new Recent<Edition>(KEPT_EDITIONS);
  readonly #courts = new Recent<Tallies>(KEPT_EDITIONS);

  /** As it was published. */
  edition(kv: KVNamespace, id: string): Promise<Edition | null> {
    return this.#editions.get(id, () => readEdition(kv, id));
  }

  /** As readers were told it on a Moscow date: by the last reading of its records until then. */
  async editionBy(kv: KVNamespace, id: string, date: string): Promise<Edition | null> {
    const published = await this.edition(kv, id);
    if (!published?.records || date <= published.records.readOn) return published;
    const reading = await readReadingBy(kv, id, date);
    if (!reading) return published;
    return this.#read.get(`${id} ${reading.readOn}`, async () => readAgain(published, reading));
  }

  /** An edition's counts by court; null where it has no records. */
  async courts(kv: KVNamespace, { id, records }: Edition): Promise<Tallies | null> {
    return records ? this.#courts.get(id, () => readCourts(kv, id)) : null;
  }

  /** The list of editions, oldest first; the current one stands in it even where KV's list is late. */
  async lines(kv: KVNamespace, current: Edition): Promise<EditionLine[]> {
    const lines = await readIndex(kv);
    const listed = lines.some(({ sequence }) => sequence === current.sequence);
    return listed ? lines : [...lines, lineOf(current)].sort((a, b) => a.sequence - b.sequence);
  }

  /** What the last editions changed, newest first; what the current one did stands in it all the same. */
  async corrections(kv: KVNamespace, current: Edition): Promise<EditionCorrections[]> {
    const corrections = await readCorrections(kv);
    const own = correctionsOf(current);
    const listed = own.changes_total === 0 || corrections.some(({ edition }) => edition === current.id);
    return listed ? corrections : [own, ...corrections];
  }
}
