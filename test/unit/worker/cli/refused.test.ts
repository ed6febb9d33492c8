import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { normaliseContext } from "../../../../worker/cli/context.ts";
import { describeFile } from "../../../../worker/cli/describe-file.ts";
import { readInputs } from "../../../../worker/cli/inputs.ts";

const spreadsheet = (name: string) =>
  fileURLToPath(new URL(`../../../fixtures/spreadsheets/${name}`, import.meta.url));

async function reportsOf(...names: string[]) {
  const { reports, parts } = await readInputs(names.map(spreadsheet), normaliseContext(), () => {});
  parts?.close();
  return reports;
}

describe("a file that can't be used as a whole", () => {
  it("is refused beside good ones, which aren't, and says so once", async () => {
    const reports = await reportsOf("desk.csv", "desk.xls", "desk.xlsx", "desk.ods");
    expect(reports.map(({ refused }) => refused)).toEqual([false, true, false, true]);
    const [, old] = reports.map(describeFile);
    expect(old?.split("\n")).toEqual([
      "desk.xls: unknown, 0 rows, none accepted: the whole file was refused",
      expect.stringMatching(/^ {2}the file: expected CSV UTF-8 or \.xlsx: .*save it as CSV UTF-8$/),
    ]);
  });

  it("isn't taken for a ledger's neighbour: a workbook with a ledger in it is a ledger", async () => {
    await expect(reportsOf("ledger.xlsx", "desk.csv")).rejects.toThrow("give it alone");
    const [ledger] = await reportsOf("ledger.xlsx");
    expect(ledger).toMatchObject({ format: "ledger", cases: 3, refused: false });
  });
});
