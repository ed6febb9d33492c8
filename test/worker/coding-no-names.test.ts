import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { type Coder, coderAt, SUSPENDED, verdicts } from "./coding-room.ts";
import type { Newsroom } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";

const NAME = "Канарейкин";

let room: Newsroom;
let anna: Coder;
let whole: Record<string, object>;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  anna = await coderAt(room, "coder A");
  await room.publishCases(verdicts(2));
  const [one] = await anna.claim();
  const { key, defendant, round, stands: seen } = one!;
  const desk = "0".repeat(16);
  whole = {
    "POST /v1/coding/claims": { desk, round, court: "77GV0007", week: "2025-W14", count: 1 },
    "POST /v1/coding/release": { desk },
    "PUT /v1/coding/codings": { key, defendant, round, desk, text: "read", values: SUSPENDED, seen },
    "POST /v1/coding/undo": { key, defendant, round, desk },
    "POST /v1/coding/batch": {},
  };
});

/** The same body with the name in the place of each of its values in turn, and in a field that there isn't. */
function named(body: object): object[] {
  const inPlace = Object.entries(body).flatMap(([field, value]): object[] => [
    { ...body, [field]: NAME },
    ...(value && typeof value === "object" ? named(value).map((one) => ({ ...body, [field]: one })) : []),
  ]);
  return [...inPlace, { ...body, note: NAME }, { ...body, [NAME]: 1 }];
}

/** Whether the name stands in any table. */
async function isStored(): Promise<boolean> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  ).all<{ name: string }>();
  const tables = await env.DB.batch(results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`)));
  return JSON.stringify(tables.map(({ results: rows }) => rows)).includes(NAME);
}

describe("what a coder sends", () => {
  it("has no place for a name: wherever one is written it is refused, not answered and not stored", async () => {
    let tried = 0;
    for (const [operation, body] of Object.entries(whole)) {
      const [method, path] = operation.split(" ") as [string, string];
      for (const one of named(body)) {
        const { status, body: answer } = await anna.ask(method, path, one);
        // A batch is made of what is kept, and takes nothing with it: here nothing is.
        expect([404, 409, 422], `${operation} ${JSON.stringify(one)}`).toContain(status);
        expect(JSON.stringify(answer), `${operation} ${JSON.stringify(one)}`).not.toContain(NAME);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(30);
    expect(await isStored()).toBe(false);
  });

  it("takes nothing back that isn't a record's", async () => {
    const undo = { key: "77GV0007-01-2025-999999-11", defendant: 1, round: "first", desk: "0".repeat(16) };
    expect((await anna.ask("POST", "/v1/coding/undo", undo)).status).toBe(404);
  });

  it("is asked for cases by choices and codes alone", async () => {
    for (const parameter of [
      "measure",
      "offence",
      "week",
      "court",
      "sentence",
      "service",
      "edition",
      "against",
      "after",
      "name",
    ]) {
      const query = new URLSearchParams({ court: "77GV0007", [parameter]: NAME });
      const { status } = await anna.ask("GET", `/v1/cases?${query}`);
      expect(status, parameter).toBe(400);
    }
  });
});
