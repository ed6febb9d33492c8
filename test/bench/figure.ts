import Table from "cli-table3";

/** One measured figure, with the target it is held to where there is one. */
export interface Figure {
  name: string;
  value: number;
  /** Empty: it is counted, or has none. */
  unit: "s" | "MB" | "kB" | "ms" | "per s" | "×" | "$" | "";
  /** At most, or at least, this much. */
  target?: { most: number } | { least: number };
  /** Null where there is no target. */
  met: boolean | null;
}

/** A figure beside its target; the value keeps three significant digits, or its whole part. */
export function figure(name: string, value: number, unit: Figure["unit"], target?: Figure["target"]): Figure {
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return { name, value: rounded, unit, ...(target && { target }), met: target ? meets(value, target) : null };
}

function meets(value: number, target: NonNullable<Figure["target"]>): boolean {
  return "most" in target ? value <= target.most : value >= target.least;
}

/** All figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const table = new Table({ head: ["Figure", "Measured", "Target", ""], style: { head: [], border: [] } });
  for (const { name, value, unit, target, met } of figures)
    table.push([name, `${value} ${unit}`, target ? describe(target, unit) : "", verdict(met)]);
  return table.toString();
}

function describe(target: NonNullable<Figure["target"]>, unit: Figure["unit"]): string {
  return "most" in target ? `≤ ${target.most} ${unit}` : `≥ ${target.least} ${unit}`;
}

function verdict(met: boolean | null): string {
  if (met === null) return "";
  return met ? "met" : "MISSED";
}
