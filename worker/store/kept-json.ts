import { SpoiltBody } from "../domain/spoilt-body.ts";
import { logFailure } from "../log.ts";

/**
 * A value of KV that was written as JSON.
 * @param cacheTtl seconds for which KV may answer the same
 * @returns null where there is none
 * @throws SpoiltBody where it isn't JSON
 */
export async function readJson<Value>(
  kv: KVNamespace,
  key: string,
  cacheTtl?: number,
): Promise<Value | null> {
  const text = await kv.get(key, { ...(cacheTtl && { cacheTtl }) });
  if (text === null) return null;
  try {
    return JSON.parse(text) as Value;
  } catch {
    // The parser's message quotes what it read.
    throw new SpoiltBody(`What KV has under ${key} can't be read.`);
  }
}

/**
 * The same of what can be made again from D1: where it is spoilt, it is as good as missing, and the schedule writes it
 * anew.
 * @param isWhole whether a value is what was written, as far as its readers go
 */
export async function readCopy<Value>(
  kv: KVNamespace,
  key: string,
  isWhole: (value: Value) => boolean,
  cacheTtl?: number,
): Promise<Value | null> {
  try {
    const value = await readJson<Value | null>(kv, key, cacheTtl);
    if (value === null || isWhole(value)) return value;
    throw new SpoiltBody(`What KV has under ${key} is something else.`);
  } catch (error) {
    if (!(error instanceof SpoiltBody)) throw error;
    logFailure("copy-spoilt", error);
    return null;
  }
}
