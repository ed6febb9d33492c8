import { Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { linesOf, marksOf, provisionalFrom, type Row } from "./shape.ts";
import type { Formats } from "./words.ts";

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** What the chart takes from the styles around it. */
export interface Pens {
  font: string;
  ink: string;
  muted: string;
  border: string;
  /** One colour a line. */
  lines: readonly string[];
}

/** Lines differ by dashes, too: nothing depends on colour alone. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [8, 3],
  [2, 3],
  [12, 3, 2, 3],
  [5, 5],
  [1, 5],
  [16, 4],
];
const STILL_GROWING = [2, 4];
/** Lines of what stands as it is, and of what is a lower bound (pixels). */
const STRONG = 2;
const FINE = 1;
/** How far a mark reaches around its place (pixels). */
const MARK = 4;

export interface Plot {
  /** Where the period of a row stands: pixels from the side of the canvas. */
  xOf(row: number): number;
  /** The row nearest to a distance from the side of the canvas, in pixels. */
  rowAt(x: number): number;
  /** Marks a row. */
  mark(row: number): void;
  destroy(): void;
}

/** Draws rows into a canvas that fills its parent. */
export function plot(
  canvas: HTMLCanvasElement,
  rows: readonly Row[],
  steps: boolean,
  pens: Pens,
  { number, mark }: Formats,
): Plot {
  let marked = rows.length - 1;
  const lines = linesOf(rows, steps);
  const growing = provisionalFrom(rows);
  const [min, max] = [rows[0]?.from ?? 0, rows.at(-1)?.to ?? 1];
  const middle = (row: number) => ((rows[row]?.from ?? 0) + (rows[row]?.to ?? 0)) / 2;
  const font = { family: pens.font, size: 12 };
  const ticks = { color: pens.muted, font };

  const chart = new Chart(canvas, {
    type: "line",
    data: {
      datasets: lines.flatMap(({ data, bounds, counted }, key) => [
        {
          data,
          borderColor: pens.lines[key] ?? pens.ink,
          backgroundColor: pens.lines[key] ?? pens.ink,
          borderWidth: STRONG,
          borderDash: [...(DASHES[key % DASHES.length] ?? [])],
          // Alone between two gaps there is no line, so a dot.
          pointRadius: ({ dataIndex }: { dataIndex: number }) =>
            (data[dataIndex - 1]?.y ?? data[dataIndex + 1]?.y ?? null) === null ? 2 : 0,
          segment: {
            // Finer and no paler: its colour may be at the least contrast already.
            borderWidth: ({ p1DataIndex }: { p1DataIndex: number }) =>
              bounds[p1DataIndex] ? FINE : undefined,
            borderDash: ({ p1 }: { p1: { parsed: { x: number | null } } }) =>
              (p1.parsed.x ?? 0) >= growing ? STILL_GROWING : undefined,
          },
        },
        { data: counted, showLine: false, pointRadius: 2.5, backgroundColor: pens.lines[key] ?? pens.ink },
      ]),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      // The newest period's mark stands on the edge.
      layout: { padding: { right: MARK } },
      parsing: false,
      scales: {
        x: {
          type: "linear",
          min,
          max,
          border: { color: pens.ink },
          grid: { color: pens.border, drawTicks: false },
          afterBuildTicks: (axis) => {
            axis.ticks = marksOf(min, max).map(({ at, isYear }) => ({ value: at, major: isYear }));
          },
          ticks: {
            ...ticks,
            autoSkip: true,
            maxRotation: 0,
            callback: (at, _, all) =>
              mark(
                Number(at),
                all.some(({ value, major }) => value === at && major),
              ),
          },
        },
        y: {
          beginAtZero: true,
          suggestedMax: Math.max(
            1,
            ...rows.flatMap(({ points }) => points.map(({ expected }) => expected?.high ?? 0)),
          ),
          border: { display: false },
          grid: { color: pens.border, drawTicks: false },
          ticks: {
            ...ticks,
            precision: 0,
            maxTicksLimit: 6,
            padding: 6,
            callback: (value) => number(Number(value)),
          },
        },
      },
    },
    plugins: [{ id: "around", beforeDatasetsDraw: drawRange, afterDatasetsDraw: drawMark }],
  });

  /** The range in which growing periods are expected to end. */
  function drawRange({ ctx, scales: { x, y } }: Chart): void {
    const ends = rows.flatMap(({ points: [point] }, row) =>
      point?.expected ? [{ at: x?.getPixelForValue(middle(row)) ?? 0, ...point.expected }] : [],
    );
    ctx.save();
    ctx.globalAlpha = 0.2;
    ctx.fillStyle = pens.lines[0] ?? pens.ink;
    ctx.beginPath();
    for (const { at, high } of ends) ctx.lineTo(at, y?.getPixelForValue(high) ?? 0);
    for (const { at, low } of ends.reverse()) ctx.lineTo(at, y?.getPixelForValue(low) ?? 0);
    ctx.fill();
    ctx.restore();
  }

  function drawMark({ ctx, chartArea, scales: { x, y } }: Chart): void {
    const at = x?.getPixelForValue(middle(marked)) ?? 0;
    ctx.save();
    ctx.strokeStyle = pens.muted;
    ctx.beginPath();
    ctx.moveTo(at, chartArea.top);
    ctx.lineTo(at, chartArea.bottom);
    ctx.stroke();
    rows[marked]?.points.forEach(({ value }, key) => {
      if (value === null) return;
      ctx.fillStyle = pens.lines[key] ?? pens.ink;
      ctx.beginPath();
      ctx.arc(at, y?.getPixelForValue(value) ?? 0, MARK, 0, 2 * Math.PI);
      ctx.fill();
    });
    ctx.restore();
  }

  return {
    xOf: (row) => chart.scales.x?.getPixelForValue(middle(row)) ?? 0,
    rowAt(x) {
      const at = chart.scales.x?.getValueForPixel(x) ?? 0;
      const row = rows.findIndex(({ to }) => at < to);
      return row < 0 ? rows.length - 1 : row;
    },
    mark(row) {
      marked = row;
      chart.draw();
    },
    destroy: () => chart.destroy(),
  };
}
