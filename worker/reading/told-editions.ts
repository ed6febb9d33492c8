import type { ToldEdition } from "../contract/editions.ts";
import { additionsBy } from "../domain/additions.ts";
import type { Scene } from "./scene.ts";

/**
 * The editions up to the one that is asked about, oldest first, each with what was said of it later.
 * @param asOf as it was asked; of an edition's id nothing is added, so that the answer is the same for ever
 */
export function editionsUpTo(
  { edition, editions, additions }: Pick<Scene, "edition" | "editions" | "additions">,
  asOf: string | undefined,
): ToldEdition[] {
  const told = additionsBy(additions, asOf);
  return editions
    .filter(({ sequence }) => sequence <= edition.sequence)
    .map((line) => {
      const later = told.get(line.id);
      return later ? { ...line, additions: [...later] } : line;
    });
}
