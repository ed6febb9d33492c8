import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
 * Writes so many clean generated cases of ten years, up to the generator's last day. It knows volumes of the last
 * years alone, so the earlier ones are those again, moved by years that have the same leap days.
 */
export async function generateDecade(folder: string, cases: number): Promise<string[]> {
  const parts = [
    { share: 0.4, back: 0, from: "2021-07-01" },
    { share: 0.4, back: 4, from: "2021-07-01" },
    { share: 0.2, back: 8, from: "2023-07-01" },
  ];
  const files = parts.map(async ({ share, back, from }) => {
    const file = await generate(join(folder, String(back)), cases * share, { from });
    const moved = readFileSync(file, "utf8").replace(/\b20\d\d\b/g, (year) => String(Number(year) - back));
    writeFileSync(file, moved);
    return file;
  });
  return Promise.all(files);
}

/** Cuts a CSV file without line breaks in its fields into `01.csv`, `02.csv` … of so many rows each, and removes it. */
export async function cut(file: string, folder: string, rows: readonly number[]): Promise<void> {
  const lines = createInterface({ input: createReadStream(file) })[Symbol.asyncIterator]();
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
