import type { Objection } from "../contract/objection.ts";
import { awaitDelivery } from "./await-delivery.ts";
import { type DeskClient, Refused } from "./client.ts";

/** How a publication that nobody watches ended; the exit code says it to whatever started it. */
export const EXIT_CODES = { published: 0, refused: 1, "nothing-new": 3, held: 4 } as const;

export type Outcome =
  | { outcome: "published"; edition: string; batch: string; text: string }
  | { outcome: "nothing-new"; text: string }
  | { outcome: "held"; batch: string; review: string; guard: Objection[]; text: string }
  | { outcome: "refused"; text: string };

/** Another publication may come first; more often than this in a row it is somebody's work, and theirs to finish. */
const TRIES = 3;

/**
 * Publishes what is staged where the check has no objection; else leaves it for a person.
 * @param stage stages the files anew against the edition in force, or finds what is staged
 */
export async function publishUnattended(
  desk: DeskClient,
  stage: () => Promise<{ id: string }>,
  note: string,
  say: (line: string) => void,
): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const { id } = await stage();
    const { guard } = await desk.preview(id);
    const overtaken = guard.some(({ code }) => code === "too-late");
    if (overtaken && tries < TRIES) continue;
    if (guard.length > 0) return hold(desk, id, guard);
    try {
      const published = await desk.publish(id, { note });
      const done = `Published edition ${published.edition.id}.`;
      const text = await awaitDelivery(desk, published, done, say);
      return { outcome: "published", edition: published.edition.id, batch: id, text };
    } catch (error) {
      if (!(error instanceof Refused && error.status === 409)) throw error;
      const again = (await desk.preview(id)).guard;
      if (again.some(({ code }) => code === "too-late") && tries < TRIES) continue;
      return hold(desk, id, again, error.message);
    }
  }
}

/** Leaves a batch for a person, in the studio's list of what waits; what changes nothing is nobody's work. */
async function hold(desk: DeskClient, batch: string, guard: Objection[], why?: string): Promise<Outcome> {
  try {
    if ((await desk.hold(batch)) === null) {
      return { outcome: "nothing-new", text: "Nothing new: the edition in force says the same." };
    }
  } catch (error) {
    // Another edition came first once more: it stays staged, and the next run stages it against that one.
    if (!(error instanceof Refused && error.status === 409)) throw error;
  }
  const review = `${desk.origin}/studio#/desk/${batch}`;
  const reasons = guard.length > 0 ? guard.map(({ text }) => text).join(" ") : (why ?? "");
  return { outcome: "held", batch, review, guard, text: `Held for a person: ${review}\n${reasons}` };
}
