import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EVENTS, type LoggedEvent, logFailure } from "../../../worker/log.ts";
import { runs } from "../../runs.ts";

afterEach(() => void vi.restoreAllMocks());

/** What is written for a failure. */
function lineOf(...failure: Parameters<typeof logFailure>): string {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  logFailure(...failure);
  const [[line]] = spy.mock.calls as [[string]];
  spy.mockRestore();
  return line;
}

const SECRET = "Иванов Иван Ivanov\n    at Ivanov (Ivan:1:2)";
const failures: [string, () => unknown][] = [
  ["a text that isn't JSON", () => JSON.parse(`{"name": ${SECRET}`)],
  ["an address that is none", () => new URL(`https://[${SECRET}`)],
  ["an error of our own that quotes", () => Promise.reject(new Error(SECRET))],
  ["an error with a name of its own", () => Promise.reject(Object.assign(new Error("x"), { name: SECRET }))],
  [
    "an error whose message was changed later",
    () => Promise.reject(Object.assign(new Error(SECRET), { message: "x" })),
  ],
  ["what isn't an error", () => Promise.reject(SECRET)],
  [
    "a refusal of D1 that quotes",
    () => Promise.reject(new Error(`D1_TYPE_ERROR: Type not supported for value '${SECRET}'`)),
  ],
];

describe("a line of the log", () => {
  it.each(failures)("says nothing of %s but where it was met", async (_, fail) => {
    const error = await (async () => fail())().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const line = lineOf("unexpected", error);
    expect(line).not.toMatch(/Иван|Ivan/);
    expect(line).not.toContain("\n");
    expect(JSON.parse(line)).toMatchObject({ event: "unexpected", error: expect.any(String) });
  });

  it("names D1's table and column, and the edition", () => {
    const line = lineOf("edition-unbuildable", new Error("D1_ERROR: no such table: batch"), {
      edition: "2025-07-01.1",
    });
    expect(JSON.parse(line)).toMatchObject({
      edition: "2025-07-01.1",
      message: "D1_ERROR: no such table: batch",
      at: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
    });
  });

  it("is one line of JSON with an event of the list, whatever fails", () => {
    const events = fc.constantFrom(...(Object.keys(EVENTS) as LoggedEvent[]));
    fc.assert(
      fc.property(events, fc.string({ unit: "binary" }), (event, text) => {
        const line = lineOf(event, new Error(text));
        expect(line.split("\n")).toHaveLength(1);
        expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(["event", "error"]));
      }),
      runs(50),
    );
  });
});
