import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords } from "../../../../../worker/desk/formats/csv-records.ts";
import { takeHead } from "../../../../../worker/desk/formats/head.ts";
import { jsonPieces } from "../../../../../worker/desk/formats/json-pieces.ts";
import { linesOf } from "../../../../../worker/desk/formats/lines.ts";
import { chunked, collect, cutsOf } from "../chunks.ts";

const anyText = fc.string({
  unit: fc.constantFrom("a", "ж", '"', ",", ";", "\n", "\r\n", "{", "}", "[", "]", "\\", ":"),
});
const cutAnywhere = <T>(text: fc.Arbitrary<T>, write: (value: T) => string) =>
  text.chain((value) => fc.tuple(fc.constant(value), cutsOf(write(value))));

describe("lines of a stream", () => {
  const lines = (text: string, cuts: number[] = [], longest?: number) =>
    collect(linesOf(chunked(text, cuts), longest));

  it("are numbered from 1, with either end of line and a last one without", async () => {
    expect(await lines("a\r\n\nb\n  c")).toEqual([
      { number: 1, text: "a", cut: false },
      { number: 2, text: "", cut: false },
      { number: 3, text: "b", cut: false },
      { number: 4, text: "  c", cut: false },
    ]);
  });

  it("are the same wherever the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(cutAnywhere(anyText, String), async ([text, cuts]) => {
        expect(await lines(text, cuts)).toEqual(await lines(text));
      }),
    );
  });

  it("are cut to the limit, so that a file without line ends doesn't fill the memory", async () => {
    expect(await lines("abcdef\nabc", [2, 4], 3)).toEqual([
      { number: 1, text: "abc", cut: true },
      { number: 2, text: "abc", cut: false },
    ]);
  });
});

describe("the head of a stream", () => {
  it("is its beginning without a byte order mark, and the stream is still whole", async () => {
    for (const cuts of [[], [1], [1, 2, 3, 4, 5]]) {
      const { head, chunks } = await takeHead(chunked("\uFEFFabcdef", cuts), 3);
      expect(head.slice(0, 3)).toBe("abc");
      expect((await collect(chunks)).join("")).toBe("abcdef");
    }
  });

  it("is all of a short stream, or nothing of an empty one", async () => {
    expect((await takeHead(chunked("ab"), 10)).head).toBe("ab");
    expect((await takeHead(chunked(""), 10)).head).toBe("");
  });
});

describe("records of CSV", () => {
  const records = (text: string, cuts: number[] = []) => collect(csvRecords(chunked(text, cuts)));

  it("keep quoted commas, quotes and line breaks, and know their physical lines", async () => {
    expect(await records('a,b\r\n"1,2","x\r\ny ""z"""\r\n\r\n3,4\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1,2", 'x\ny "z"'] },
      { line: 5, cells: ["3", "4"] },
    ]);
  });

  it("are read on behind one that is no CSV", async () => {
    expect(await records('a,b\n1,x"y"\n3,4\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: null },
      { line: 3, cells: ["3", "4"] },
    ]);
  });

  it("aren't swallowed by a quote that never closes", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `${index},x`);
    const read = await records(['a,"b', ...rows].join("\n"));
    expect(read).toHaveLength(121);
    expect(read[0]).toEqual({ line: 1, cells: null });
    expect(read[120]).toEqual({ line: 121, cells: ["119", "x"] });
  });

  it("don't wait for the end of the file to say that a quote never closes", async () => {
    let asked = 0;
    async function* endless() {
      yield 'a,"b\n';
      while (asked < 10_000) {
        asked += 1;
        yield "1,2\n";
      }
    }
    for await (const { cells } of csvRecords(endless())) {
      expect(cells).toBeNull();
      break;
    }
    expect(asked).toBeLessThan(2_000);
  });

  it("are what was written, wherever the stream is cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ж", '"', ",", ";", "\n", " ") });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    const write = (table: string[][]) =>
      table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
    await fc.assert(
      fc.asyncProperty(cutAnywhere(rows, write), async ([table, cuts]) => {
        const read = await records(write(table), cuts);
        expect(read.map(({ cells }) => cells)).toEqual(table);
      }),
    );
  });

  it("never throw", async () => {
    await fc.assert(fc.asyncProperty(anyText, async (text) => void (await records(text))));
  });
});

describe("pieces of JSON", () => {
  const pieces = (text: string, cuts: number[] = []) =>
    collect(jsonPieces(chunked(text, cuts), (path) => path.length === 2));

  it("have their paths, lines and texts", async () => {
    expect(
      await pieces('{"a": {"x": [1, "}"], "n": 5,\n "y\\"": {"z": {}}}, "b": [[], 3, {"q": null}]}'),
    ).toEqual([
      { path: ["a", "x"], line: 1, text: '[1, "}"]' },
      { path: ["a", 'y"'], line: 2, text: '{"z": {}}' },
      { path: ["b", 0], line: 2, text: "[]" },
      { path: ["b", 2], line: 2, text: '{"q": null}' },
    ]);
  });

  it.each(['{"a": {"x": [1', '{"a": {"x": {}]}', '{"a": {}}}', '{"a'])(
    "say where brackets break: %s",
    async (text) => {
      expect((await pieces(text)).at(-1)).toEqual({ brokenAt: 1 });
    },
  );

  it("are what JSON.parse finds, wherever the stream is cut", async () => {
    const value = fc.object({ maxDepth: 4 });
    const write = (object: object) => JSON.stringify(object, null, 1);
    await fc.assert(
      fc.asyncProperty(cutAnywhere(value, write), async ([object, cuts]) => {
        const whole = JSON.parse(write(object)) as Record<string, unknown>;
        const expected = Object.entries(whole).flatMap(([key, inner]) =>
          isContainer(inner)
            ? Object.entries(inner)
                .filter(([, innermost]) => isContainer(innermost))
                .map(([name, innermost]) => [[key, Array.isArray(inner) ? Number(name) : name], innermost])
            : [],
        );
        const read = await pieces(write(object), cuts);
        expect(
          read.map((piece) => ("text" in piece ? [piece.path, JSON.parse(piece.text ?? "")] : piece)),
        ).toEqual(expected);
      }),
    );
  });

  it("never throw", async () => {
    await fc.assert(fc.asyncProperty(anyText, async (text) => void (await pieces(text))));
  });
});

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
