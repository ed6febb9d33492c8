import { audit } from "../store/audit.ts";
import { redactEdition } from "../store/distribution.ts";
import { allEditions } from "../store/editions.ts";

/**
 * Takes what people called their files out of the editions in KV, where it was written before names were dropped on the
 * way in. No number changes, nor an edition's hash, which is of its content.
 * @returns the ids of the editions that had one
 */
export async function redactEditions(env: Env, actor: string, at: string): Promise<string[]> {
  const redacted: string[] = [];
  for (const { id } of await allEditions(env.DB)) {
    if (await redactEdition(env.EDITIONS, id)) redacted.push(id);
  }
  if (redacted.length > 0)
    await audit(env.DB, at, actor, "redact", redacted.at(-1)!, { editions: redacted }).run();
  return redacted;
}
