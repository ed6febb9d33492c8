import type { DeskClient, Published } from "./client.ts";

/** A little longer than the service's own schedule, which finishes what everybody else gave up. */
const MOST_MS = 6 * 60_000;
const PAUSE_MS = 5_000;

/**
 * Waits until readers have what was published. It is published in any case, so nothing here fails.
 * @param done what to tell once they have it
 * @param say told once that there is something to wait for
 * @returns what to tell whoever published it
 */
export async function awaitDelivery(
  desk: Pick<DeskClient, "isDelivered">,
  { edition, delivered }: Published,
  done: string,
  say: (line: string) => void,
  pause: (ms: number) => Promise<void> = sleep,
): Promise<string> {
  // A service from before this answer has it distributed, or fails.
  if (delivered !== false) return done;
  say(`Edition ${edition.id} is published and on its way to readers …`);
  for (let waited = 0; waited < MOST_MS; waited += PAUSE_MS) {
    await pause(PAUSE_MS);
    if (await desk.isDelivered().catch(() => false)) return done;
  }
  return `Edition ${edition.id} is published, but readers don't have it yet. Nothing needs doing: the service tries again every five minutes, and /v1/health shows the state of its storage.`;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
