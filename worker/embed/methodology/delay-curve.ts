import { html } from "hono/html";
import { FINAL_COMPLETENESS } from "../../domain/completeness/constants.ts";
import type { Markup } from "./prose.ts";

/** The drawing's own units; the stylesheet scales it to the column. */
export const WIDTH = 480;
export const HEIGHT = 280;
/** Room for the labels on each side. */
export const PLOT = { left: 58, right: 468, top: 14, bottom: 222 } as const;

const WEEKS_BETWEEN_TICKS = 4;
const LEVELS = [0, 0.25, 0.5, 0.75, 1] as const;

export interface Point {
  x: number;
  y: number;
}

export interface CurveLabels {
  percent(share: number): string;
  axis: string;
  final: string;
  /** Ids of the elements that name and describe the drawing. */
  labelledBy: string;
  describedBy: string;
}

/** A point for each share: weeks from left to right, 0 at the bottom, 1 at the top. One decimal. */
export function curvePoints(shares: readonly number[]): Point[] {
  return shares.map((share, week) => ({ x: xOf(week, shares.length), y: yOf(share) }));
}

/**
 * The share that is in after 0, 1 … weeks as a line, with the level from which a week is final. Presentation
 * attributes alone, so that it reads without the stylesheet.
 */
export function delayCurve(shares: readonly number[], labels: CurveLabels): Markup {
  const points = curvePoints(shares);
  const line = points.map(({ x, y }) => `${x},${y}`).join(" ");
  const final = yOf(FINAL_COMPLETENESS);
  const { left, right, bottom } = PLOT;
  return html`<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${labels.labelledBy}" aria-describedby="${labels.describedBy}" fill="currentColor" font-size="13">
<polygon class="area" points="${left},${bottom} ${line} ${right},${bottom}" fill="#b01e28" fill-opacity="0.1" />
${LEVELS.map((level) => levelLine(yOf(level), labels.percent(level)))}
${ticks(shares.length)}
<line class="final" x1="${left}" x2="${right}" y1="${final}" y2="${final}" stroke="currentColor" stroke-dasharray="6 4" />
<text class="final-label" x="${right}" y="${final}" dy="1.25em" text-anchor="end">${labels.final}</text>
<polyline class="line" points="${line}" fill="none" stroke="#b01e28" stroke-width="2.5" stroke-linejoin="round" />
<g class="dots" fill="#b01e28">${points.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="3" />`)}</g>
<text x="${right}" y="${HEIGHT - 8}" text-anchor="end">${labels.axis}</text>
</svg>`;
}

function levelLine(y: number, label: string): Markup {
  return html`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}" stroke="currentColor" stroke-opacity="0.2" />
<text x="${PLOT.left - 8}" y="${y}" dy="0.35em" text-anchor="end">${label}</text>`;
}

function ticks(weeks: number): Markup[] {
  const marked = Array.from(
    { length: Math.ceil(weeks / WEEKS_BETWEEN_TICKS) },
    (_, i) => i * WEEKS_BETWEEN_TICKS,
  );
  return marked.map((week) => {
    const x = xOf(week, weeks);
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 5}" stroke="currentColor" stroke-opacity="0.5" />
<text x="${x}" y="${PLOT.bottom + 8}" dy="0.9em" text-anchor="middle">${week}</text>`;
  });
}

function xOf(week: number, weeks: number): number {
  return rounded(PLOT.left + ((PLOT.right - PLOT.left) * week) / Math.max(1, weeks - 1));
}

function yOf(share: number): number {
  return rounded(PLOT.bottom - (PLOT.bottom - PLOT.top) * share);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
