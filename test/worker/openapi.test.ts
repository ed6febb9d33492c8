import { beforeAll, describe, expect, it } from "vitest";
import { instantOf } from "../../worker/domain/calendar.ts";
import { type Api, type ApiOperation, type ApiParameter, expectDocumented } from "./api.ts";
import { giveToken } from "./desk-room.ts";
import { faults } from "./json-schema.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, ILLEGIBLE, LEGIBLE } from "./theme-room.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

let room: Newsroom;
let api: Api;
let operations: [string, ApiOperation][];
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([
    convicted({ service: "mobilised", sentence: "imprisonment" }),
    convicted({ service: "contract", sentence: "suspended", court_code: "39GV0005" }),
    convicted({ articles: ["338.1"], decided_on: "2025-06-30" }),
  ]);
  room.clock.at = "2025-07-08T09:00:00Z";
  await room.publishCases([convicted(), convicted(), convicted()], "partial");
  const editor = await editorOf(room);
  await editor("PUT", "/v1/themes/default", LEGIBLE);
  room.restart();
  api = await room.json<Api>("/v1/openapi.json");
  operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, ApiOperation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

/** A path with its example parameters, or with others in their place. */
function addressOf(path: string, operation: ApiOperation, values: Record<string, string> = {}): string {
  const given = new Map(Object.entries(values));
  const value = ({ name, schema }: ApiParameter) => given.get(name) ?? String(schema.example);
  let address = path;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === "path") address = address.replace(`{${parameter.name}}`, value(parameter));
    else if (parameter.required || given.has(parameter.name)) query.set(parameter.name, value(parameter));
  }
  return query.size > 0 ? `${address}?${query}` : address;
}

describe("the OpenAPI document", () => {
  it("is 3.1, and every operation has a name of its own", () => {
    expect(api.openapi).toBe("3.1.0");
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says of every parameter what it means, and shows one, as an example or in words", () => {
    for (const [name, { parameters = [] }] of operations) {
      for (const parameter of parameters) {
        const about = `${name} ${parameter.name}`;
        expect(parameter.description?.length, about).toBeGreaterThan(5);
        const { example } = parameter.schema;
        if (example === undefined) {
          const shown = /For instance `/.test(parameter.description ?? "") || "enum" in parameter.schema;
          expect(shown || "default" in parameter.schema || parameter.in === "query", about).toBe(true);
        } else expect(faults(example, parameter.schema, api), about).toEqual([]);
        const told =
          parameter.required ||
          "default" in parameter.schema ||
          /Default: /.test(parameter.description ?? "");
        expect(told, `${about}: what holds without it?`).toBe(true);
      }
    }
  });

  it("documents the problems of every operation", () => {
    for (const [name, { responses }] of operations) {
      expect(
        Object.keys(responses).some((status) => status >= "400"),
        name,
      ).toBe(true);
    }
  });

  it("lists every public address that the Worker answers", async () => {
    for (const path of [
      "/v1/summary",
      "/v1/series",
      "/v1/series.csv",
      "/v1/compare",
      "/v1/figures",
      "/v1/figures.csv",
      "/v1/figures/rates",
      "/v1/figures/conflicts",
      "/v1/editions",
      "/v1/editions/{id}",
      "/v1/corrections",
      "/v1/corrections.atom",
      "/v1/datapackage.json",
      "/v1/card.svg",
      "/v1/card.png",
      "/embed",
      "/embed/fragment.html",
      "/oembed",
      "/v1/themes/{slug}",
      "/v1/health",
    ]) {
      expect(Object.keys(api.paths), path).toContain(path);
    }
  });

  it("leaves room for fields to come: what is answered isn't closed", () => {
    expect(api.components.schemas.Summary).not.toHaveProperty("additionalProperties");
    expect(JSON.stringify(api)).not.toMatch(/"additionalProperties":false[^{}]*"\$ref"/);
  });
});

describe("the running Worker", () => {
  const edition = { id: "2025-07-01.2" };

  it("answers every public address as documented, plainly and with every example", async () => {
    for (const [name, operation] of operations) {
      if (operation.security || !name.startsWith("GET ")) continue;
      const path = name.slice(4);
      const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
      const examples = queries.flatMap(({ name: key, schema, description = "" }) => {
        const shown = schema.example ?? /For instance `([^`]*)`/.exec(description)?.[1];
        return shown === undefined ? [] : [{ [key]: String(shown) }];
      });
      for (const values of [{}, ...examples]) {
        const asOf = "as-of" in values ? { "as-of": edition.id } : {};
        // A total's first day is for totals alone.
        const total = "since" in values ? { span: "total", evidence: "published" } : {};
        // Periods are for a comparison alone, which needs both.
        const compared = { layout: "compare", period: "2023-H1", with: "2022,2021" };
        const comparison = "period" in values || "with" in values ? compared : {};
        const address = addressOf(path, operation, {
          ...edition,
          ...comparison,
          ...values,
          ...asOf,
          ...total,
        });
        const response = await room.get(address);
        expect(response.status, address).toBe(200);
        await expectDocumented(response, operation, api, address);
      }
    }
  });

  it("answers every public address with all examples that a tool fills in at once", async () => {
    for (const [name, operation] of operations) {
      if (operation.security || !name.startsWith("GET ")) continue;
      const filled = (operation.parameters ?? []).filter(({ schema }) => schema.example !== undefined);
      const values = Object.fromEntries(filled.map(({ name: key, schema }) => [key, String(schema.example)]));
      const address = addressOf(name.slice(4), operation, values);
      const response = await room.get(address);
      expect(response.status, address).toBe(200);
    }
  });

  it("refuses at every public address as documented", async () => {
    for (const [name, operation] of operations) {
      if (operation.security || !name.startsWith("GET ")) continue;
      const address = addressOf(name.slice(4), operation, edition);
      const unknown = `${address}${address.includes("?") ? "&" : "?"}unknown=1`;
      const response = await room.get(unknown);
      // Systems add parameters of their own there.
      expect(response.status, unknown).toBe(name === "GET /oembed" ? 200 : 400);
      await expectDocumented(response, operation, api, unknown);
    }
  });

  it("answers as documented before the first edition", async () => {
    const empty = await openNewsroom("2025-07-01T09:00:00Z");
    for (const [name, operation] of operations) {
      if (operation.security || !name.startsWith("GET ")) continue;
      const address = addressOf(name.slice(4), operation, edition);
      await expectDocumented(await empty.get(address), operation, api, address);
    }
  });
});

describe("the desk's addresses", () => {
  it("ask for a token as documented", async () => {
    for (const [name, operation] of operations) {
      if (!operation.security) continue;
      const [method, path] = name.split(" ") as [string, string];
      const address = addressOf(path, operation);
      const response = await room.get(address, { method });
      expect(response.status, name).toBe(401);
      await expectDocumented(response, operation, api, name);
    }
  });

  it("answer as documented on the way of a batch from its opening to a revert", async () => {
    const desk = await openNewsroom("2025-07-01T09:00:00Z");
    await desk.publishFigures(LEDGER.slice(0, 20));
    const ask = async (method: string, path: string, values: Record<string, string> = {}, body?: unknown) => {
      const operation = api.paths[path]?.[method.toLowerCase()];
      const address = addressOf(path, operation!, values);
      const response = await desk.get(address, {
        method,
        headers: { Authorization: "Bearer ds_for-tests-only", "Content-Type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      expect(response.status, `${method} ${address}`).toBeLessThan(300);
      await expectDocumented(response.clone(), operation!, api, `${method} ${address}`);
      return response.status === 204 ? null : response.json<Record<string, { id: string }>>();
    };
    const cases = [convicted(), convicted()];
    const sha = "0".repeat(64);
    const file = {
      file: "a.csv",
      sha256: sha,
      format: "desk",
      rows: 2,
      taken: 2,
      rejected: 0,
      kept_out: {},
      warnings: [],
    };
    const request = (content: string) => ({ kind: "cases", content, parts: 1, provenance: [file] });

    await ask("POST", "/v1/imports/check/figures", {}, { figures: LEDGER.slice(0, 21) });
    await ask("POST", "/v1/imports/check/cases", {}, { cases });
    const opened = await ask("POST", "/v1/imports", {}, request(sha));
    const { id } = opened!.batch!;
    await ask("PUT", "/v1/imports/{id}/parts/{number}", { id, number: "0" }, { cases });
    await ask("POST", "/v1/imports/{id}/seal", { id }, {});
    await ask("GET", "/v1/imports/{id}", { id });
    const override = "The first records, which the headline is to be of";
    await ask("POST", "/v1/imports/{id}/publish", { id }, { note: "first records", override });
    const { case_uid } = cases[0]!;
    await ask("POST", "/v1/imports/withdraw", {}, { case_uid, reason: "withdrawn for the test" });
    await ask("POST", "/v1/imports/redact", {}, {});
    await ask("GET", "/v1/imports");
    await ask("GET", "/v1/imports/export");
    await ask("POST", "/v1/imports/revert", {}, { edition: "2025-07-01.1", note: "taken back for the test" });
    const other = await ask("POST", "/v1/imports", {}, request("1".repeat(64)));
    await ask("DELETE", "/v1/imports/{id}", { id: other!.batch!.id });
  });
});

describe("the admin's addresses", () => {
  it("answer as documented", async () => {
    const desk = await openNewsroom("2025-07-01T09:00:00Z");
    await desk.storage.DB.prepare(
      "UPDATE token SET role = 'admin', created_at = '2020-01-01T00:00:00Z', expires_at = '2099-01-01T00:00:00Z'",
    ).run();
    const made = await desk.get("/v1/tokens", {
      method: "POST",
      headers: { Authorization: "Bearer ds_for-tests-only", "Content-Type": "application/json" },
      body: JSON.stringify({ label: "a machine", role: "desk" }),
    });
    await expectDocumented(made.clone(), api.paths["/v1/tokens"]!.post!, api, "POST /v1/tokens");
    const { id, expires_at } = await made.json<{ id: string; expires_at: string }>();
    expect(expires_at).toBe(instantOf(Date.parse("2026-07-01T09:00:00Z")));
    const headers = { Authorization: "Bearer ds_for-tests-only" };
    await expectDocumented(
      await desk.get("/v1/tokens", { headers }),
      api.paths["/v1/tokens"]!.get!,
      api,
      "GET /v1/tokens",
    );
    const revoked = await desk.get(`/v1/tokens/${id}`, { method: "DELETE", headers });
    expect(revoked.status).toBe(204);
    await expectDocumented(revoked, api.paths["/v1/tokens/{id}"]!.delete!, api, "DELETE /v1/tokens/{id}");
  });
});

describe("the editors' addresses", () => {
  it("answer as documented, from a draft to a deleted theme", async () => {
    const desk = await openNewsroom("2025-07-01T09:00:00Z");
    const secret = await giveToken("the look", "editor");
    const ask = async (method: string, path: string, body?: unknown, ifMatch?: string) => {
      const address = path.replace("{slug}", "paper");
      const response = await desk.get(address, {
        method,
        headers: {
          Authorization: `Bearer ${secret}`,
          "Content-Type": "application/json",
          ...(ifMatch && { "If-Match": ifMatch }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      await expectDocumented(response, api.paths[path]![method.toLowerCase()]!, api, `${method} ${address}`);
      return response.status;
    };
    const draft = "/v1/themes/{slug}/draft";
    expect(await ask("PUT", draft, LEGIBLE)).toBe(200);
    expect(await ask("PUT", draft, LEGIBLE)).toBe(428);
    expect(await ask("PUT", draft, LEGIBLE, '"d7"')).toBe(412);
    expect(await ask("GET", draft)).toBe(200);
    expect(await ask("POST", "/v1/themes/{slug}/publish", {})).toBe(200);
    expect(await ask("DELETE", draft, undefined, '"d1"')).toBe(404);
    expect(await ask("PUT", "/v1/themes/{slug}", LEGIBLE)).toBe(428);
    expect(await ask("PUT", "/v1/themes/{slug}", ILLEGIBLE, "*")).toBe(422);
    expect(await ask("PUT", "/v1/themes/{slug}", LEGIBLE, '"v1"')).toBe(200);
    expect(await ask("GET", "/v1/themes/{slug}/versions")).toBe(200);
    expect(await ask("GET", "/v1/themes")).toBe(200);
    expect(await ask("DELETE", "/v1/themes/{slug}", undefined, '"v2"')).toBe(204);
  });
});
