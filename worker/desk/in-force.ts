import { POINTER_CACHE_TTL_S } from "../config.ts";
import type { Edition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { readEdition } from "../store/distribution.ts";
import { latestEdition } from "../store/editions.ts";
import { readNewestReading } from "../store/readings.ts";
import { distributePending } from "./distribute.ts";
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
 * The newest edition by D1, the truth; finishes its distribution first if that was cut off. Null before the first.
 * @throws Error where KV doesn't give it: what is compared with nothing would look new
 */
export async function editionInForce(env: Env): Promise<Edition | null> {
  const latest = await latestEdition(env.DB);
  if (!latest) return null;
  const read = async () => {
    const [published, reading] = await Promise.all([
      readEdition(env.EDITIONS, latest.id, POINTER_CACHE_TTL_S),
      readNewestReading(env.EDITIONS),
    ]);
    return published && readAgain(published, reading);
  };
  const distributed = await read();
  if (distributed) return distributed;
  await distributePending(env);
  const found = await read();
  if (!found) throw new Error(`Edition ${latest.id} is distributed, but KV doesn't give it yet.`);
  return found;
}
