import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runs } from "../runs.ts";
import { type Api, type ApiOperation, type ApiParameter, expectDocumented } from "./api.ts";
import { type JsonSchema, resolve } from "./json-schema.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;
type Pair = [name: string, value: string];

const EDITIONS = ["2025-07-01.1", "2025-07-01.2", "2025-07-08.1"];
const RUNS = runs(60);

let room: Newsroom;
let api: Api;
let readings: [string, ApiOperation][];
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([
    convicted({ service: "mobilised", sentence: "imprisonment", court_code: "39GV0005" }),
    convicted({ service: "contract", sentence: "suspended", decided_on: "2025-06-24" }),
    convicted({ articles: ["338.1", "332.2"], decided_on: "2024-12-30" }),
  ]);
  room.clock.at = "2025-07-08T09:00:00Z";
  await room.publishCases([convicted(), convicted({ decided_on: "2025-07-07" })], "partial");
  const editor = await editorOf(room);
  await editor("PUT", "/v1/themes/default", LEGIBLE);
  room.restart();
  api = await room.json<Api>("/v1/openapi.json");
  readings = Object.entries(api.paths)
    .filter(([, { get }]) => get && !get.security)
    .map(([path, { get }]) => [path, get!]);
});

/** Values that a parameter's schema allows. */
function allowed(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.$ref) return allowed(resolve(schema.$ref, api));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(allowed));
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === "integer") {
    return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) }).map(String);
  }
  const example = fc.constant(String(schema.example));
  return schema.pattern ? fc.oneof(example, fc.stringMatching(new RegExp(String(schema.pattern)))) : example;
}

function valuesOf({ name, schema }: ApiParameter): fc.Arbitrary<string> {
  return name === "as-of"
    ? fc.oneof(fc.constantFrom(...EDITIONS, "2025-07-05"), allowed(schema))
    : allowed(schema);
}

/** Queries as a program would make them: any of the parameters, each with a value that its schema allows. */
function wellFormed({ parameters = [] }: ApiOperation): fc.Arbitrary<Pair[]> {
  const pairs = parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => {
      const pair = valuesOf(parameter).map((value): Pair => [parameter.name, value]);
      return parameter.required ? pair : fc.option(pair, { freq: 3 });
    });
  return fc.tuple(...pairs).map((chosen) => chosen.filter((pair) => pair !== null));
}

/** Queries as people, mistakes and scanners make them: strange values, names and repetitions. */
function malformed(operation: ApiOperation): fc.Arbitrary<Pair[]> {
  const names = [
    ...(operation.parameters ?? []).map(({ name }) => name),
    "__proto__",
    "constructor",
    "format",
  ];
  const name = fc.oneof(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 20 }));
  const number = fc.oneof(fc.double(), fc.integer()).map(String);
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    number,
    fc.constantFrom("", "null", "2025-02-30"),
  );
  const strange = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 3 });
  return fc.tuple(wellFormed(operation), strange).map(([fine, odd]) => [...fine, ...odd]);
}

const addressOf = (path: string, pairs: readonly Pair[], id = EDITIONS[0]!) =>
  `${path.replace("{id}", id).replace("{slug}", "default")}?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`;

async function check(address: string, operation: ApiOperation): Promise<number> {
  const response = await room.get(address);
  // 501 is the word of oEmbed for a format that it isn't given in.
  if (response.status !== 501) expect(response.status, address).toBeLessThan(500);
  // A refusal is a page only where the document says so: where people look at it in a frame or a tab.
  const { content } = operation.responses[response.status] ?? {};
  if (!response.ok && !content?.["text/html"])
    expect(response.headers.get("Content-Type"), address).not.toContain("html");
  expect(response.headers.get("X-Content-Type-Options"), address).toBe("nosniff");
  await expectDocumented(response, operation, api, address);
  return response.status;
}

describe("every public address", () => {
  it("answers any query that its document allows, or says which two parameters don't go together", async () => {
    for (const [path, operation] of readings) {
      await fc.assert(
        fc.asyncProperty(wellFormed(operation), async (pairs) => {
          expect([200, 400, 404, 501]).toContain(await check(addressOf(path, pairs), operation));
        }),
        RUNS,
      );
    }
  });

  it("answers any other query with what was wrong with it, never with a failure of its own", async () => {
    for (const [path, operation] of readings) {
      await fc.assert(
        fc.asyncProperty(malformed(operation), async (pairs) => {
          await check(addressOf(path, pairs), operation);
        }),
        RUNS,
      );
    }
  });

  it("survives query strings that no program would write", async () => {
    const fragment = fc.constantFrom(
      "&",
      "=",
      "%",
      "%00",
      "%E0%A4",
      "%FF",
      "?",
      "+",
      ";",
      "a",
      "lang",
      "=en",
      "[]",
      "\u0000",
    );
    const raw = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));
    for (const [path, operation] of readings) {
      const base = path.replace("{id}", EDITIONS[0]!).replace("{slug}", "default");
      await fc.assert(
        fc.asyncProperty(raw, async (query) => {
          await check(`${base}?${query}`, operation);
        }),
        runs(20),
      );
    }
  });

  it("gives one answer to one question, however its parameters are ordered", async () => {
    const etag = async (path: string, pairs: readonly Pair[]) =>
      (await room.get(addressOf(path, pairs))).headers.get("ETag");
    for (const [path, operation] of readings) {
      await fc.assert(
        fc.asyncProperty(wellFormed(operation), async (pairs) => {
          expect(await etag(path, pairs.toReversed())).toBe(await etag(path, pairs));
        }),
        runs(20),
      );
    }
  });
});

describe("an edition's address", () => {
  it("answers any id with the edition or with 404", async () => {
    const operation = api.paths["/v1/editions/{id}"]!.get!;
    const id = fc.oneof(
      fc.constantFrom(...EDITIONS),
      fc.string({ unit: "binary", minLength: 1 }),
      fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 10)}.1`),
    );
    await fc.assert(
      fc.asyncProperty(id, async (one) => {
        const encoded = encodeURIComponent(one.toWellFormed()).replaceAll(".", "%2E");
        const response = await room.get(`/v1/editions/${encoded}`);
        expect([200, 404]).toContain(response.status);
        await expectDocumented(response, operation, api, one);
      }),
      RUNS,
    );
  });
});
