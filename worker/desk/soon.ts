import { DELIVERY_PATIENCE_MS } from "../config.ts";
import { logFailure } from "../log.ts";
import { within } from "../store/within.ts";

/**
 * Waits a while for a delivery. What was committed is published, whether or not it gets out at once: the delivery goes
 * on behind the answer, and the next call or the schedule finishes what fails.
 * @returns whether readers have it
 */
export async function soon(
  delivery: Promise<void>,
  context: Partial<Pick<ExecutionContext, "waitUntil">> | null,
): Promise<boolean> {
  const delivered = delivery.then(
    () => true,
    (error) => {
      logFailure("delivery-late", error);
      return false;
    },
  );
  context?.waitUntil?.(delivered);
  return within(DELIVERY_PATIENCE_MS, delivered).catch(() => false);
}
