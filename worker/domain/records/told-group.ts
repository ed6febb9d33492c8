import { TOLD_OF_AT_LEAST } from "../../config.ts";

/** Counts by what they are told apart by: a court's code, or a kind as `service sentence`. */
export type CountsBy = ReadonlyMap<string, number>;

/** The kind of a case of which nothing is told. */
export const UNTOLD = "unknown unknown";

/** All cases of one scope that were decided, or received, in one week, or in a week's part before a month turns. */
export interface Group {
  /** As the desk has coded them. */
  kinds: CountsBy;
  courts: CountsBy;
}

/** What readers know of a group from the editions before. */
export interface ToldBefore {
  kinds: CountsBy;
  /** How its courts stood when its kinds were last told. */
  courts: CountsBy;
}

/** The kinds that are told of a group; all others of its cases are untold. `anew`: what is told is more than before. */
export interface Told {
  kinds: Map<string, number>;
  anew: boolean;
}

type Kinds = Map<string, number>;

/** Both are read from verdicts' texts; a kind is a pair of them. */
const PARTS = [0, 1] as const;

/**
 * How much of the sentences and kinds of service may be told of a group, so that nobody who knows all court cards finds
 * out what a single case got, neither in this edition nor by what it changed: at least one case stays untold, of at
 * least two courts; and where cases joined or left, what is told changes by fewer than these, or by more.
 */
export function tellGroup(group: Group, before: ToldBefore | null): Told {
  const cases = sum(group.courts);
  const known = before ?? { kinds: NONE, courts: NONE };
  const old = withoutUntold(known.kinds);
  const isClosed = group.courts.size < 2 || cases < TOLD_OF_AT_LEAST;
  if (isClosed) return { kinds: new Map(), anew: old.size > 0 };
  const moved = movesBetween(known.courts, group.courts);
  const isSafe = (kinds: CountsBy) =>
    sum(kinds) < cases && PARTS.every((part) => isSafePart(old, kinds, part, moved));

  const told = withoutUntold(group.kinds);
  while (!isSafe(told)) {
    const kind = mostGained(old, told);
    if (kind === null) break;
    add(told, kind, -1);
  }
  if (isSafe(told)) return { kinds: told, anew: isMore(old, told) };
  // A case that left took its kind with it: so much is untold with it that it could have had any.
  for (let fewer = 0; ; fewer++) {
    const held = heldBack(old, group.kinds, fewer);
    if (held.size === 0 || isSafe(held)) return { kinds: held, anew: false };
  }
}

const NONE: CountsBy = new Map();

interface Moves {
  joined: number;
  left: number;
  /** The cases that joined, or that left, are of more than one court. */
  apart: boolean;
}

function movesBetween(before: CountsBy, now: CountsBy): Moves {
  const steps = [...new Set([...before.keys(), ...now.keys()])].map(
    (court) => (now.get(court) ?? 0) - (before.get(court) ?? 0),
  );
  const [joiners, leavers] = [steps.filter((step) => step > 0), steps.filter((step) => step < 0)];
  const total = (list: readonly number[]) => list.reduce((a, b) => a + Math.abs(b), 0);
  return {
    joined: total(joiners),
    left: total(leavers),
    apart: joiners.length !== 1 && leavers.length !== 1,
  };
}

function isSafePart(before: CountsBy, now: CountsBy, part: 0 | 1, { joined, left, apart }: Moves): boolean {
  const [was, is] = [marginOf(before, part), marginOf(now, part)];
  let [gained, lost] = [0, 0];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const step = (is.get(key) ?? 0) - (was.get(key) ?? 0);
    if (step > 0) gained += step;
    else lost -= step;
  }
  return isSafeStep(gained, joined, apart) && isSafeStep(lost, left, apart);
}

/** Kinds that come, or go, with cases must not be those of these cases alone. */
function isSafeStep(kinds: number, cases: number, apart: boolean): boolean {
  if (kinds === 0 || cases === 0 || kinds > cases) return true;
  return kinds < cases && apart && cases >= TOLD_OF_AT_LEAST;
}

/** How many have each service, or each sentence, as far as it is told. */
function marginOf(kinds: CountsBy, part: 0 | 1): Kinds {
  const margin: Kinds = new Map();
  for (const [kind, count] of kinds) {
    const key = kind.split(" ")[part]!;
    if (key !== "unknown") add(margin, key, count);
  }
  return margin;
}

/** The kind of which most is told for the first time. */
function mostGained(before: CountsBy, now: CountsBy): string | null {
  let [most, gained]: [string | null, number] = [null, 0];
  for (const [kind, count] of now) {
    const step = count - (before.get(kind) ?? 0);
    if (step > gained) [most, gained] = [kind, step];
  }
  return most;
}

/** What was told before, as far as it is still true, less so many of each kind. */
function heldBack(before: CountsBy, now: CountsBy, fewer: number): Kinds {
  const held: Kinds = new Map();
  for (const [kind, count] of before) {
    add(held, kind, Math.max(0, Math.min(count, now.get(kind) ?? 0) - fewer));
  }
  return held;
}

function isMore(before: CountsBy, now: CountsBy): boolean {
  return [...now].some(([kind, count]) => count > (before.get(kind) ?? 0));
}

function withoutUntold(kinds: CountsBy): Kinds {
  return new Map([...kinds].filter(([kind, count]) => kind !== UNTOLD && count > 0));
}

function add(kinds: Kinds, kind: string, count: number): void {
  const whole = (kinds.get(kind) ?? 0) + count;
  if (whole > 0) kinds.set(kind, whole);
  else kinds.delete(kind);
}

function sum(counts: CountsBy): number {
  let whole = 0;
  for (const count of counts.values()) whole += count;
  return whole;
}
