import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { measured } from "./command.ts";

const GENERATOR = "test/fixtures/generator/main.ts";

/** First and last day of receipt, `YYYY-MM-DD`; the generator's own where left out. */
export interface Span {
  from?: string;
  until?: string;
}

/** Writes so many clean generated cases, of the same weeks unless told otherwise; gives the file's path. */
export async function generate(folder: string, cases: number, span: Span = {}): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const wanted = ["--cases", String(cases), "--formats", "desk", "--dirt", "none"];
  const days = Object.entries(span).flatMap(([name, day]) => [`--${name}`, day]);
  await measured([GENERATOR, "--out", folder, ...wanted, ...days]);
  return join(folder, "desk.csv");
}

/**
 * Writes so many clean generated cases of ten years, up to the generator's last day; gives the file's path. The
 * generator knows volumes of the last years alone, so the earlier ones are those again, moved by years that have the
 * same leap days.
 */
export async function generateDecade(folder: string, cases: number): Promise<string> {
  const parts = [
    { share: 0.2, back: 8, from: "2023-07-01" },
    { share: 0.4, back: 4, from: "2021-07-01" },
    { share: 0.4, back: 0, from: "2021-07-01" },
  ];
  const all = join(folder, "desk.csv");
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(all);
  for (const [index, { share, back, from }] of parts.entries()) {
    const file = await generate(join(folder, String(back)), Math.round(cases * share), { from });
    const moved = (line: string) => line.replace(/\b20\d\d\b/g, (year) => String(Number(year) - back));
    let header = true;
    for await (const line of linesOf(file)) {
      if (!(header && index > 0) && !out.write(`${moved(line)}\n`)) await once(out, "drain");
      header = false;
    }
    rmSync(join(folder, String(back)), { recursive: true });
  }
  out.end();
  await once(out, "finish");
  return all;
}

/** Cuts a CSV file without line breaks in its fields into `01.csv`, `02.csv` … of so many rows each, and removes it. */
export async function cut(file: string, folder: string, rows: readonly number[]): Promise<void> {
  const lines = linesOf(file)[Symbol.asyncIterator]();
  const header = (await lines.next()).value;
  for (const [index, count] of rows.entries()) {
    const part = createWriteStream(join(folder, `${String(index + 1).padStart(2, "0")}.csv`));
    part.write(`${header}\n`);
    for (let row = 0; row < count; row += 1) {
      const { value, done } = await lines.next();
      if (done) break;
      if (!part.write(`${value}\n`)) await once(part, "drain");
    }
    part.end();
    await once(part, "finish");
  }
  rmSync(file);
}

function linesOf(file: string) {
  return createInterface({ input: createReadStream(file) });
}
