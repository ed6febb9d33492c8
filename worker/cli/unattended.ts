import type { Objection } from "../contract/objection.ts";
import { awaitDelivery } from "./await-delivery.ts";
import { type DeskClient, type Preview, Refused } from "./client.ts";

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
    const preview = await desk.preview(id);
    const overtaken = preview.guard.some(({ code }) => code === "too-late");
    if (overtaken && tries < TRIES) continue;
    if (preview.guard.length > 0) return held(desk, id, preview.guard);
    try {
      const published = await desk.publish(id, { note });
      const done = `Published edition ${published.edition.id}.`;
      const text = await awaitDelivery(desk, published, done, say);
      return { outcome: "published", edition: published.edition.id, batch: id, text };
    } catch (error) {
      if (!(error instanceof Refused && error.status === 409)) throw error;
      if (changesNothing(preview)) {
        await desk.discard(id);
        return { outcome: "nothing-new", text: "Nothing new: the edition in force says the same." };
      }
      const { guard } = await desk.preview(id);
      if (guard.length > 0 && !guard.some(({ code }) => code === "too-late")) return held(desk, id, guard);
      if (guard.length === 0 || tries >= TRIES) {
        return held(desk, id, guard, error.message);
      }
    }
  }
}

function held({ origin }: DeskClient, batch: string, guard: Objection[], why?: string): Outcome {
  const review = `${origin}/studio#/desk/${batch}`;
  const reasons = why ?? guard.map(({ text }) => text).join(" ");
  return { outcome: "held", batch, review, guard, text: `Held for a person: ${review}\n${reasons}` };
}

function changesNothing({ figures, cases }: Preview): boolean {
  return figures.length === 0 && (!cases || cases.added + cases.changed + cases.vanished === 0);
}
