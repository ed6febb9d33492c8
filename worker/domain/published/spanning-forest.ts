import type { Figure } from "../../contract/figure.ts";

/** A total between two dates, as day numbers: its first day and the day after its last. */
export interface Edge {
  from: number;
  to: number;
  figure: Figure;
}

/** A total on the way between two dates: added, or taken away where it is walked backwards. */
export interface Step {
  figure: Figure;
  sign: 1 | -1;
}

export interface Forest {
  /** Dates that totals connect, directly or by way of others; each list ascending. */
  components: readonly (readonly number[])[];
  /** Edges that close a circle, so that two ways lead from their start to their end. */
  rest: readonly Edge[];
  /** The only way through the forest between two dates of one component; null where it has more than `most` steps. */
  path(from: number, to: number, most: number): Step[] | null;
}

interface Climb {
  parent: number;
  depth: number;
  /** From the parent down to this date. */
  step: Step;
}

/**
 * Kruskal's spanning forest. Edges come in order of preference: of each circle the last is left out, so
 * the way between any two dates avoids the less preferred figures wherever that can be done.
 */
export function spanningForest(edges: readonly Edge[]): Forest {
  const { kept, rest } = cutCircles(edges);
  const branches = new Map<number, { date: number; step: Step }[]>();
  for (const { from, to, figure } of kept) {
    for (const date of [from, to]) if (!branches.has(date)) branches.set(date, []);
    branches.get(from)!.push({ date: to, step: { figure, sign: 1 } });
    branches.get(to)!.push({ date: from, step: { figure, sign: -1 } });
  }

  const climbs = new Map<number, Climb | null>();
  const components: number[][] = [];
  for (const root of branches.keys()) {
    if (climbs.has(root)) continue;
    climbs.set(root, null);
    const component = [root];
    // The list grows while it is walked: breadth first.
    for (const parent of component) {
      const depth = (climbs.get(parent)?.depth ?? 0) + 1;
      for (const { date, step } of branches.get(parent)!) {
        if (climbs.has(date)) continue;
        climbs.set(date, { parent, depth, step });
        component.push(date);
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return { components, rest, path: (from, to, most) => pathBetween(climbs, from, to, most) };
}

function cutCircles(edges: readonly Edge[]): { kept: Edge[]; rest: Edge[] } {
  const above = new Map<number, number>();
  const top = (date: number): number => {
    let found = date;
    while (above.has(found)) found = above.get(found)!;
    // Path compression keeps later searches short.
    for (let at = date; at !== found; ) {
      const next = above.get(at)!;
      above.set(at, found);
      at = next;
    }
    return found;
  };
  const kept: Edge[] = [];
  const rest: Edge[] = [];
  for (const edge of edges) {
    const [from, to] = [top(edge.from), top(edge.to)];
    if (from === to) rest.push(edge);
    else {
      above.set(from, to);
      kept.push(edge);
    }
  }
  return { kept, rest };
}

/** Climbs from both dates until they meet. */
function pathBetween(
  climbs: ReadonlyMap<number, Climb | null>,
  from: number,
  to: number,
  most: number,
): Step[] | null {
  const ahead: Step[] = [];
  const behind: Step[] = [];
  let [left, right] = [from, to];
  while (left !== right) {
    if (ahead.length + behind.length >= most) return null;
    const [leftClimb, rightClimb] = [climbs.get(left), climbs.get(right)];
    if (leftClimb && leftClimb.depth >= (rightClimb?.depth ?? 0)) {
      ahead.push({ figure: leftClimb.step.figure, sign: leftClimb.step.sign === 1 ? -1 : 1 });
      left = leftClimb.parent;
    } else if (rightClimb) {
      behind.push(rightClimb.step);
      right = rightClimb.parent;
    } else throw new Error(`No totals connect the dates ${from} and ${to}.`);
  }
  return [...ahead, ...behind.reverse()];
}
