/** How far two coders agree on the same items, in a nominal scale. */
export interface Agreement {
  /** Items that both have coded. */
  n: number;
  /** Items that both coded alike. */
  agreed: number;
  /**
   * Cohen's kappa: 1 where they always agree, 0 where they agree as often as by chance. Null where chance alone explains
   * all agreement, as where everything is of one kind: then it isn't defined.
   */
  kappa: number | null;
  /** Its 95 % interval; null below 30 items, and where nobody ever disagreed: the normal distribution doesn't hold there. */
  interval: { low: number; high: number } | null;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;
/** Below so many items the large-sample error says too little. */
const INTERVAL_FROM = 30;

/**
 * Cohen's kappa (J. Cohen, Educational and Psychological Measurement 20, 1960, 37–46) with the large-sample standard
 * error of J. L. Fleiss, J. Cohen and B. S. Everitt (Psychological Bulletin 72, 1969, 323–327).
 * @param pairs of each item what the one and what the other coder said
 */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length;
  if (n === 0) return { n, agreed, kappa: null, interval: null };
  const kinds = [...new Set(pairs.flat())];
  const cells = countBy(pairs.map(([one, other]) => `${one}\n${other}`));
  const rows = countBy(pairs.map(([one]) => one));
  const columns = countBy(pairs.map(([, other]) => other));
  const row = (kind: string) => (rows.get(kind) ?? 0) / n;
  const column = (kind: string) => (columns.get(kind) ?? 0) / n;
  const observed = agreed / n;
  const expected = sum(kinds.map((kind) => row(kind) * column(kind)));
  // Both coders put everything into one kind: to divide by what chance leaves over would be to divide by 0.
  if (kinds.length === 1) return { n, agreed, kappa: null, interval: null };
  const kappa = (observed - expected) / (1 - expected);
  if (n < INTERVAL_FROM || agreed === n) return { n, agreed, kappa, interval: null };
  const ofPairs = [...cells].map(([pair, count]) => {
    const [one = "", other = ""] = pair.split("\n");
    const share = count / n;
    if (one === other) return share * (1 - (row(one) + column(one)) * (1 - kappa)) ** 2;
    return share * ((1 - kappa) * (row(other) + column(one))) ** 2;
  });
  const variance = (sum(ofPairs) - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const reach = Z * Math.sqrt(Math.max(0, variance));
  return {
    n,
    agreed,
    kappa,
    interval: { low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) },
  };
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
