import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldAll } from "../../../../worker/desk/fold.ts";
import type { FormatName } from "../../../../worker/desk/formats/format.ts";
import { readLedger } from "../../../../worker/desk/formats/ledger.ts";
import { LEDGER_COLUMNS } from "../../../../worker/desk/formats/ledger-columns.ts";
import { safeRows } from "../../../../worker/desk/safe-rows.ts";
import { runs } from "../../../runs.ts";
import { type PlantedName, plantedName } from "./attacker.ts";
import { chunked, collect } from "./chunks.ts";
import { dump, HEADER, readText } from "./fixtures.ts";

/** Everything that leaves the reading of a file: events, summary, folded cases, rows written down again. */
async function leaving(text: string): Promise<string> {
  const { events, summary } = await readText(text);
  const folded = foldAll(events.filter((event) => event.kind === "cases" || event.kind === "higher"));
  const rows = summary.format === null ? [] : await rowsAgain(summary.format, text);
  return JSON.stringify({ events, summary, folded, rows });
}

function rowsAgain(format: FormatName | "ledger", text: string) {
  return collect(safeRows(format, chunked(text)));
}

/** What becomes of a cell in which a name stands, alone or with what belongs there. */
const PLACED: readonly ((cell: string, name: string) => string)[] = [
  (_, name) => name,
  (cell, name) => `${cell} ${name}`,
  (cell, name) => `${name} ${cell}`,
  (cell, name) => `${name}-${cell}`,
  (cell, name) => `${cell}${name}`,
  (cell, name) => `${name}, ${cell}`,
  (cell, name) => `${cell.slice(0, 3)}${name}${cell.slice(3)}`,
  (_, name) => `1-5/2024 ${name}`,
  (_, name) => `1${name}-5/2024`,
];

/** An address with a name in each place that an address has. */
const ADDRESSES: readonly ((name: string) => string)[] = [
  (name) => `https://gvs.cht.sudrf.ru/${name}/`,
  (name) => `https://gvs.cht.sudrf.ru/news/2024/${name}-${name}.html`,
  (name) => `https://${name}.sudrf.ru/`,
  (name) => `https://${name}.example.org/1`,
  (name) => `https://gvs.cht.sudrf.ru/modules.php?name=${name}&case_id=1`,
  (name) => `https://gvs.cht.sudrf.ru/modules.php?${name}=1&case_id=1`,
  (name) => `https://gvs.cht.sudrf.ru/modules.php?case_id=1#${name}`,
  (name) => `https://${name}:${name}@gvs.cht.sudrf.ru/modules.php?case_id=1`,
];
/** Names as they stand in addresses: small, with strokes for blanks, written or encoded. */
const inAddress = (name: string) => [
  name.toLowerCase().replace(/[^\p{L}]+/gu, "-"),
  encodeURIComponent(name),
];

async function expectNoTrace({ text: name, trace }: PlantedName, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const left = await leaving(file);
    if (trace.test(left)) expect.fail(`${name} is in ${trace.exec(left)?.[0]}: ${left.slice(0, 2_000)}`);
  }
}

/** A row with the name in each of its cells in turn, in each way, and with its columns slipped by it. */
function spoilt(cells: readonly string[], name: string): string[][] {
  return cells.flatMap((cell, place) => [
    ...PLACED.map((placed) => cells.with(place, placed(cell, name))),
    cells.toSpliced(place, 0, name),
    cells.toSpliced(place, 1, name, name),
    cells.toSpliced(place, 1),
  ]);
}

const quoted = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

describe("a name that an attacker puts anywhere", () => {
  it("leaves no trace of the desk's own CSV", async () => {
    const rows = dump("desk.csv").split("\n").slice(1, 3);
    await fc.assert(
      fc.asyncProperty(plantedName, fc.constantFrom(...rows), async (planted, row) => {
        const wrong = spoilt(row.split(","), planted.text).map(quoted);
        const cells = row.split(",");
        const links = ADDRESSES.flatMap((address) =>
          inAddress(planted.text).map((name) => quoted(cells.with(11, address(name)))),
        );
        await expectNoTrace(planted, [
          [HEADER, ...wrong, ...links].join("\n"),
          ...[0, 3, 13].map((place) => `${HEADER.split(",").with(place, planted.text).join(",")}\n${row}`),
        ]);
      }),
      runs(10),
    );
  });

  it("leaves no trace of sudrfscraper's NDJSON, not even as a key", async () => {
    const lines = dump("sudrfscraper.ndjson").trim().split("\n").slice(1, 5);
    await fc.assert(
      fc.asyncProperty(plantedName, fc.constantFrom(...lines), async (planted, line) => {
        const { text: name } = planted;
        const card = JSON.parse(line) as Record<string, unknown>;
        const cards = Object.keys(card).flatMap((key) => [
          ...PLACED.map((placed) => ({ ...card, [key]: placed(String(card[key] ?? ""), name) })),
          { ...card, [key]: [{ [name]: name }] },
          Object.fromEntries(Object.entries(card).map(([one, value]) => [one === key ? name : one, value])),
          { ...card, [name]: card[key] },
        ]);
        const links = ADDRESSES.flatMap((address) =>
          inAddress(name).map((one) => ({ ...card, links: { META: address(one), [name]: address(one) } })),
        );
        await expectNoTrace(planted, [
          [...cards, ...links].map((one) => JSON.stringify(one)).join("\n"),
          JSON.stringify({ ...card, [name]: name }, null, 2),
          `[${JSON.stringify({ ...card, caseNumber: name }, null, 1)}]`,
        ]);
      }),
      runs(10),
    );
  });

  it("leaves no trace of sudrfscraper's CSV", async () => {
    const [header = "", record = ""] = dump("sudrfscraper.csv").split("\n");
    await fc.assert(
      fc.asyncProperty(plantedName, async (planted) => {
        const cells = record.split(";");
        const links = ADDRESSES.flatMap((address) =>
          inAddress(planted.text).map((name) => cells.with(13, address(name))),
        );
        const wrong = [...spoilt(cells, planted.text), ...links].map((one) => one.join(";"));
        const numbered = wrong.map((one, index) => `${index}${one.replace(/^\d+/, "")}`);
        await expectNoTrace(planted, [
          [header, ...numbered].join("\n"),
          `${header}\n${planted.text}\n${planted.text};${planted.text}`,
          `${header.replace("names", planted.text)}\n${record}`,
        ]);
      }),
      runs(10),
    );
  });

  it("leaves no trace of sudrfparser's JSON, not even as a key", async () => {
    const text = dump("sudrfparser.json");
    const strings = [...new Set(text.match(/"[^"\n\\]+"/g))];
    await fc.assert(
      fc.asyncProperty(plantedName, fc.constantFrom(...strings), async (planted, string) => {
        const bare = string.slice(1, -1);
        const files = PLACED.map((placed) =>
          text.replaceAll(string, JSON.stringify(placed(bare, planted.text))),
        );
        await expectNoTrace(planted, files);
      }),
      runs(25),
    );
  });

  it("leaves no trace of a ledger's refused rows; what a publisher's figure says is public", async () => {
    const good =
      "f100,convictions,337,,,mediazona,2023-01-01,2023-12-31,total,62,exact,The Example,2024-01-05,https://example.org/62,";
    await fc.assert(
      fc.asyncProperty(plantedName, async (planted) => {
        const wrong = spoilt(good.split(","), planted.text);
        for (const cells of wrong) {
          const file = `${LEDGER_COLUMNS.join(",")}\n${quoted(cells)}\n`;
          const { rejected } = readLedger(file, "2026-11-30");
          if (rejected.length === 0) continue;
          expect(JSON.stringify([rejected, await rowsAgain("ledger", file)])).not.toMatch(planted.trace);
        }
      }),
      runs(6),
    );
  });

  it("leaves no trace of a file that nobody can read", async () => {
    await fc.assert(
      fc.asyncProperty(plantedName, async (planted) => {
        const { text: name } = planted;
        await expectNoTrace(planted, [
          name,
          `${name};${name}\n1;2`,
          `<html><title>${name}</title>`,
          `{"${name}": "${name}"}`,
          `{"caseNumber": "${name}", "entryDate": "${name}", ${name}`,
          `{"${name}": {"num_cases": 1, "cases": [{"metadata": {"id_text": "${name}"}}], "logs": {"driver_error": "True", "pagination_error": ["${name}"]}}}`,
          `{"string_count": "${name}", ${name}`,
        ]);
      }),
      runs(10),
    );
  });
});
