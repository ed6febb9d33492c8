import { ADDITIONS_MAX } from "../config.ts";
import type { EditionAddition } from "../contract/editions.ts";
import { countAdditions, joinAdditions } from "../domain/additions.ts";
import type { Failure } from "../problem.ts";
import { insertAddition, readAdditions, readTold, writeTold } from "../store/additions.ts";
import { auditIfChanged } from "../store/audit.ts";
import { findEdition } from "../store/editions.ts";

/**
 * Says something more of an edition that is out. The same words again are the same addition.
 * @returns the addition as it stands
 */
export async function addToEdition(
  db: D1Database,
  edition: string,
  addition: EditionAddition,
  actor: string,
): Promise<{ addition: EditionAddition } | { failure: Failure }> {
  if (!(await findEdition(db, edition))) {
    return { failure: { kind: "not-found", what: `edition ${edition}` } };
  }
  await db.batch([
    insertAddition(db, edition, addition, ADDITIONS_MAX),
    auditIfChanged(db, addition.added_at, actor, "edition-addition", edition),
  ]);
  const additions = (await readAdditions(db)).get(edition) ?? [];
  const standing = additions.find(({ text }) => text === addition.text);
  if (standing) return { addition: standing };
  const detail = `Edition ${edition} has ${ADDITIONS_MAX} additions, and takes no more.`;
  return { failure: { kind: "conflict", detail } };
}

/**
 * Brings to the readers what was added. Repeating it changes nothing, so that what was killed in between is finished by
 * the next call. What they have that D1 hasn't, as it was taken back to an earlier moment, stays.
 * @returns whether they have more than before
 */
export async function distributeAdditions({ DB, EDITIONS }: Env): Promise<boolean> {
  const [known, told] = await Promise.all([readAdditions(DB), readTold(EDITIONS)]);
  const joined = joinAdditions(told, known);
  if (countAdditions(joined) === countAdditions(told)) return false;
  await writeTold(EDITIONS, joined);
  return true;
}
