import { readingAgain } from "../desk/read-again.ts";
import { tellCache } from "../desk/tell-cache.ts";
import { moscowDate } from "../domain/calendar.ts";
import { readPointer } from "../store/distribution.ts";
import { latestEdition } from "../store/editions.ts";
import { keepReading, readNewestReading } from "../store/readings.ts";
import { type GoodLook, goodLooks } from "../store/sources/good-looks.ts";
import type { World } from "./world.ts";

/**
 * A day on which the tables were read and had nothing new is known, too: its weeks are nearer to being whole, and that
 * is told, without an edition. It is told as of the day by which all tables of court records were read, and only where
 * each of them says that it speaks of all days up to the one on which it is read.
 */
export async function readDaily({ env, context }: World): Promise<void> {
  const day = dayOfAll(await goodLooks(env.DB));
  if (!day) return;
  const latest = await latestEdition(env.DB);
  if (!latest?.read_on || day.readOn <= latest.read_on) return;
  const [pointer, known] = await Promise.all([readPointer(env.EDITIONS), readNewestReading(env.EDITIONS)]);
  if (pointer?.id !== latest.id || (known?.edition === latest.id && known.readOn >= day.readOn)) return;
  const reading = await readingAgain(env.DB, latest, day);
  if (!reading) return;
  await keepReading(env.EDITIONS, reading);
  await tellCache(context, "invalidate");
}

/** @returns null where a table was never read, holds something for a person, or doesn't say of which days it speaks */
export function dayOfAll(looks: readonly GoodLook[]): Parameters<typeof readingAgain>[2] | null {
  const days = looks.map(({ covers, read_at, holds }) =>
    covers && covers.end === null && read_at !== null && !holds
      ? { covers, day: moscowDate(Date.parse(read_at)) }
      : null,
  );
  const known = days.filter((one) => one !== null);
  if (known.length === 0 || known.length < days.length) return null;
  const readOn = known.map(({ day }) => day).sort()[0]!;
  const covers = known
    .filter(({ covers }) => covers.start <= readOn)
    .map(({ covers: { start, courts } }) => ({ start, end: readOn, courts }));
  return { readOn, covers };
}
