/**
 * What reading a watched table takes; run with `--max-old-space-size`, also whether it fits into so much heap (MB):
 * `node --max-old-space-size=64 test/bench/watched-table.ts desk.csv`.
 */

import { readFileSync } from "node:fs";
import { courtDirectory } from "../../worker/desk/normalise/court-directory.ts";
import { parseCourts } from "../../worker/domain/courts.ts";
import { readTable } from "../../worker/sources/read-table.ts";

const [file = "desk.csv"] = process.argv.slice(2);
const courts = courtDirectory(parseCourts(readFileSync("worker/data/military-courts.csv", "utf8")));
const bytes = new Uint8Array(readFileSync(file));

const before = process.cpuUsage();
const read = await readTable(bytes, "desk-csv", "0".repeat(64), { courts, today: "2026-11-30" });
const { user, system } = process.cpuUsage(before);
if ("problem" in read) throw new Error(read.problem.text);
const { external } = process.memoryUsage();
console.log(
  `${read.provenance.rows} rows, ${bytes.length / 1e6} MB, in ${read.parts.length} parts: ` +
    `${Math.round((user + system) / 1_000)} ms of processor time, ${Math.round(external / 1e6)} MB outside of the heap`,
);
