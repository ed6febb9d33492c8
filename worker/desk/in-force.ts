import { POINTER_CACHE_TTL_S } from "../config.ts";
import type { Edition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { readWhole } from "../store/distribution.ts";
import { type EditionRow, latestEdition } from "../store/editions.ts";
import { readNewestReading } from "../store/readings.ts";
import { SpoiltData } from "../store/spoilt.ts";
import { builtAgain, distributePending, lastBefore } from "./distribute.ts";
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
 * all the same, it is built again: the desk can always go on, and back. Where D1 holds it spoilt, what readers had before
 * it stands in, so that the edition which takes its place can be looked at. Null before the first.
 */
export async function editionInForce(env: Env): Promise<Edition | null> {
  const latest = await latestEdition(env.DB);
  if (!latest) return null;
  const found = (await readTold(env, latest)) ?? (await madeAgain(env, latest));
  return found && readAgain(found, await readNewestReading(env.EDITIONS));
}

function readTold(env: Env, { id }: EditionRow): Promise<Edition | null> {
  return readWhole(env.EDITIONS, id, POINTER_CACHE_TTL_S);
}

async function madeAgain(env: Env, latest: EditionRow): Promise<Edition | null> {
  try {
    await distributePending(env);
    return (await readTold(env, latest)) ?? (await builtAgain(env, latest)).edition;
  } catch (error) {
    if (!(error instanceof SpoiltData)) throw error;
    return (await lastBefore(env, latest))?.edition ?? null;
  }
}
