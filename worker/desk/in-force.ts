import { POINTER_CACHE_TTL_S } from "../config.ts";
import type { Edition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { readWhole } from "../store/distribution.ts";
import { latestEdition } from "../store/editions.ts";
import { readNewestReading } from "../store/readings.ts";
import { builtAgain, distributePending } from "./distribute.ts";
import type { Show } from "./headlines.ts";

/** What a publication is compared with, and how it is looked at. */
export interface InForce {
  /** The edition in force, as distributed. */
  current: Edition | null;
  /** This deployment's data are invented. */
  sample: boolean;
  show: Show;
}

/**
 * The newest edition by D1, the truth; finishes its distribution first if that was cut off. Where KV doesn't give it
 * all the same, it is built again: the desk can always go on, and back. Null before the first.
 */
export async function editionInForce(env: Env): Promise<Edition | null> {
  const latest = await latestEdition(env.DB);
  if (!latest) return null;
  const read = () => readWhole(env.EDITIONS, latest.id, POINTER_CACHE_TTL_S);
  let found = await read();
  if (!found) {
    await distributePending(env);
    found = (await read()) ?? (await builtAgain(env, latest)).edition;
  }
  return readAgain(found, await readNewestReading(env.EDITIONS));
}
