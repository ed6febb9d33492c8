/** Below this count a percentage says more than the numbers do: from 4 to 9 is "+125%". */
const COUNT_MIN = 20;

/**
 * By how many whole per cent one count differs from another, both as a reader sees them; null where either is too small
 * for it, or where it would be nothing.
 */
export function percentBetween(now: number, then: number): number | null {
  if (Math.min(now, then) < COUNT_MIN) return null;
  return Math.round((now / then - 1) * 100) || null;
}
