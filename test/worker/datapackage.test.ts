import { beforeAll, describe, expect, it } from "vitest";
import { DataPackage, type Field } from "../../worker/contract/datapackage.ts";
import { readRows } from "../../worker/desk/formats/csv-rows.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

let room: Newsroom;
let descriptor: DataPackage;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([
    convicted({ sentence: "suspended", decided_on: "2025-06-24" }),
    convicted({ sentence: "imprisonment", service: "mobilised" }),
  ]);
  descriptor = await room.json("/v1/datapackage.json");
});

/** Constraints that each type may have (Table Schema, "constraints"). */
const ALLOWED: Record<Field["type"], string[]> = {
  string: ["required", "unique", "pattern", "enum"],
  number: ["required", "unique", "minimum", "maximum", "enum"],
  integer: ["required", "unique", "minimum", "maximum", "enum"],
  date: ["required", "unique", "minimum", "maximum", "enum"],
};

/** What is wrong with a cell, by the rules of its column; an empty cell is a missing value. */
function faultOf(cell: string, { type, format, constraints = {} }: Field): string | null {
  if (cell === "") return constraints.required ? "is missing" : null;
  if (type === "date" && !/^\d{4}-\d\d-\d\d$/.test(cell)) return "is no date";
  if (type === "integer" && !/^-?\d+$/.test(cell)) return "is no integer";
  if (type === "number" && Number.isNaN(Number(cell))) return "is no number";
  if (format === "uri" && !URL.canParse(cell)) return "is no address";
  if (constraints.enum && !constraints.enum.includes(cell)) return "isn't listed";
  if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(cell))
    return "isn't like its pattern";
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum) return "is too small";
  if (constraints.maximum !== undefined && Number(cell) > constraints.maximum) return "is too large";
  return null;
}

async function rowsOf(path: string) {
  const [header, ...rows] = readRows(await (await room.get(`/v1/${path}`)).text()).rows;
  return { header: header!.cells, rows: rows.map(({ cells }) => cells) };
}

describe("the data package", () => {
  it("has the shape that the contract gives it", () => {
    expect(DataPackage.parse(descriptor)).toEqual(descriptor);
  });

  it("keeps the rules of a Frictionless descriptor", () => {
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    expect(descriptor.version).toBe("2025-07-01.2");
    expect(descriptor.licenses.length).toBeGreaterThan(0);
    expect(descriptor.sources.every(({ title, path }) => title !== "" && URL.canParse(path))).toBe(true);
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, path, schema } of descriptor.resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      // Relative to the descriptor's own address, never out of its folder.
      expect(path).not.toMatch(/^\/|\.\./);
      const fields = schema.fields.map((field) => field.name);
      expect(new Set(fields).size).toBe(fields.length);
      for (const key of schema.primaryKey ?? []) expect(fields).toContain(key);
      for (const { type, format, constraints = {}, name: field } of schema.fields) {
        expect(
          Object.keys(constraints).filter((one) => !ALLOWED[type].includes(one)),
          field,
        ).toEqual([]);
        if (format) expect(type).toBe("string");
      }
    }
  });

  it("describes every CSV that the deployment gives", async () => {
    const { paths } = await room.json<{ paths: Record<string, unknown> }>("/v1/openapi.json");
    const files = Object.keys(paths).filter((path) => path.endsWith(".csv"));
    expect(descriptor.resources.map(({ path }) => `/v1/${path.split("?")[0]}`).sort()).toEqual(files.sort());
  });

  it("points to the files of an edition when it is asked as of one, and then never changes", async () => {
    const response = await room.get("/v1/datapackage.json?as-of=2025-07-01.1");
    expect(response.headers.get("Cache-Control")).toContain("immutable");
    const frozen = await response.json<DataPackage>();
    expect(frozen.version).toBe("2025-07-01.1");
    expect(frozen.resources.map(({ path }) => path)).toEqual([
      "figures.csv?as-of=2025-07-01.1",
      "series.csv?as-of=2025-07-01.1",
      "versions.csv?period=2025&as-of=2025-07-01.1",
      "courts.csv",
      "regions.csv",
    ]);
  });
});

describe.each([
  "figures.csv",
  "figures.csv?as-of=2025-07-01.1",
  "series.csv",
  "series.csv?granularity=month&by=sentence",
  "series.csv?evidence=published&measure=cases-received&article=337",
  "series.csv?by=court&granularity=quarter&offence=refusal",
  "series.csv?granularity=year&by=region",
  "versions.csv?period=2025-04",
  "courts.csv",
  "regions.csv",
])("%s", (path) => {
  it("has the columns of the data package, and in every cell what its column takes", async () => {
    const fields = descriptor.resources.find(({ name }) => path.startsWith(`${name}.csv`))!.schema.fields;
    const { header, rows } = await rowsOf(path);
    expect(header).toEqual(fields.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(0);
    const faults = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const fault = faultOf(cell, fields[column]!);
        return fault ? [`row ${row + 1}, ${fields[column]!.name}: "${cell}" ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
    for (const [column, { constraints }] of fields.entries()) {
      if (!constraints?.unique) continue;
      const cells = rows.map((row) => row[column]);
      expect(new Set(cells).size).toBe(cells.length);
    }
  });
});
