import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { measured } from "./command.ts";

const GENERATOR = "test/fixtures/generator/main.ts";

/** Writes so many clean generated cases, of the same weeks whatever their number; gives the file's path. */
export async function generate(folder: string, cases: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const wanted = ["--cases", String(cases), "--formats", "desk", "--dirt", "none"];
  await measured([GENERATOR, "--out", folder, ...wanted]);
  return join(folder, "desk.csv");
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
