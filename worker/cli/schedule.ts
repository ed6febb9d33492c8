/** As in wrangler.toml: how often Cloudflare calls the Worker's schedule (s). */
export const EVERY_S = "300";

/**
 * Does for a local server what Cloudflare does for a deployment: calls its schedule every so many seconds. One call
 * follows the other; one that fails is made good by the next.
 * @throws Error where that is no number of seconds
 */
export function keepSchedule(origin: string, every: string): void {
  const seconds = Number(every);
  if (!(seconds > 0)) {
    throw new Error(`--schedule-every is ${JSON.stringify(every)}; expected seconds, such as ${EVERY_S}.`);
  }
  const next = () => setTimeout(call, seconds * 1_000).unref();
  const call = async () => {
    await callSchedule(origin);
    next();
  };
  next();
}

/** Once, until it has done what there was to do. */
export async function callSchedule(origin: string): Promise<void> {
  await fetch(`${origin}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*`).catch(() => null);
}
