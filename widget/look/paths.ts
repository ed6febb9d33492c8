/** The drawing's ground, in the measure of its paths (widget/stats/sparkline.ts). */
const GROUND = 100;

/** `y` runs downwards. */
export type Point = readonly [x: number, y: number];

/** `M1,2L3,4` → its pieces, each a list of points. */
function piecesOf(d: string): Point[][] {
  return d
    .split("M")
    .filter(Boolean)
    .map((piece) => piece.split("L").map((point) => point.split(",").map(Number) as unknown as Point));
}

/** Where the leftmost path begins, and how high what begins there is; null: nothing is drawn. */
export function firstOf(paths: readonly string[]): Point | null {
  const begun = paths.flatMap((d) => piecesOf(d).slice(0, 1));
  const [first] = begun.sort(([one], [other]) => (one?.[0] ?? 0) - (other?.[0] ?? 0));
  if (!first) return null;
  return [Math.min(...first.map(([x]) => x)), Math.min(...first.map(([, y]) => y))];
}

/** Down to the ground from each run of joined pieces. */
export function surfaceUnder(d: string, ground = GROUND): string {
  const runs: Point[][] = [];
  for (const piece of piecesOf(d)) {
    const run = runs.at(-1);
    if (run && String(run.at(-1)) === String(piece[0])) run.push(...piece.slice(1));
    else runs.push([...piece]);
  }
  return runs
    .map((run) => {
      const [left, right] = [run[0]?.[0], run.at(-1)?.[0]];
      return `M${[[left, ground], ...run, [right, ground]].map((point) => point.join(",")).join("L")}Z`;
    })
    .join("");
}
