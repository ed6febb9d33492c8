import { beforeEach, describe, expect, it } from "vitest";
import type { Summary } from "../../worker/contract/summary.ts";
import { table } from "./desk-room.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, ILLEGIBLE, LEGIBLE } from "./theme-room.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
let ask: Awaited<ReturnType<typeof editorOf>>;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER.slice(0, 30));
  ask = await editorOf(room);
});

const summary = (query = "theme=paper") => room.json<Summary>(`/v1/summary?${query}`);
const later = (seconds: number) => {
  room.clock.at = new Date(room.clock.now() + seconds * 1000).toISOString();
};

describe("a theme that is published", () => {
  it("is in the summaries that name it, with its heading, and changes their tag within half a minute", async () => {
    const before = await room.get("/v1/summary?theme=paper&lang=en");
    expect((await before.json<Summary>()).theme).toEqual({ slug: "default" });

    expect((await ask("PUT", "/v1/themes/paper", LEGIBLE)).status).toBe(201);
    later(31);
    const after = await room.get("/v1/summary?theme=paper&lang=en");
    const { theme, text } = await after.json<Summary>();
    const { name: _, lang: __, headings, ...look } = LEGIBLE;
    // Families of the same kind stand in where a reader's machine has none of the theme's own.
    const font = [...look.font, "Liberation Serif", "Times New Roman", "DejaVu Serif"];
    expect(theme).toEqual({ slug: "paper", version: 1, ...look, font });
    expect(text.heading).toBe(headings.en);
    expect(after.headers.get("ETag")).not.toBe(before.headers.get("ETag"));
  });

  it("leaves the unit, the articles and other themes' embeds as they are", async () => {
    const plain = await summary("lang=en");
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    later(31);
    expect(await summary("lang=en")).toEqual(plain);
    expect((await summary("theme=paper&lang=en")).text.label).toBe(plain.text.label);
  });

  it("speaks its own language where none is asked for", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    room.restart();
    expect((await summary("theme=paper")).text.lang).toBe("uk");
    expect((await summary("theme=paper&lang=ru")).text.lang).toBe("ru");
    expect((await summary("")).text.lang).toBe("en");
  });

  it("fits with a summary into 2 KB, gzipped", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    room.restart();
    const response = await room.get("/v1/summary?theme=paper&lang=uk");
    expect((await response.clone().json<Summary>()).theme.version).toBe(1);
    const gzipped = await new Response(
      response.body!.pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer();
    expect(gzipped.byteLength).toBeLessThanOrEqual(2_048);
  });

  it("is served to everybody, with its version as its tag", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    room.restart();
    const response = await room.get("/v1/themes/paper");
    expect(response.headers.get("ETag")).toBe('"v1"');
    expect(await response.json()).toEqual({
      slug: "paper",
      version: 1,
      published_at: "2025-07-01T09:00:00Z",
      style: LEGIBLE,
    });
    const again = await room.get("/v1/themes/paper", { headers: { "If-None-Match": '"v1"' } });
    expect(again.status).toBe(304);
  });

  it("is read without D1", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    room.restart();
    room.storage.DB = new Proxy({} as D1Database, {
      get: () => {
        throw new Error("D1 was asked");
      },
    });
    expect((await summary()).theme.version).toBe(1);
    expect((await room.get("/v1/themes/paper")).status).toBe(200);
  });

  it("stays while KV fails", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    room.restart();
    await summary();
    room.storage.EDITIONS = { get: () => Promise.reject(new Error("KV is down")) } as unknown as KVNamespace;
    later(31);
    const { edition, theme } = await summary();
    expect([edition.stale, theme.version]).toEqual([true, 1]);
  });

  it("stands in for all that name none, or one that isn't there, if it is the default one", async () => {
    await ask("PUT", "/v1/themes/default", LEGIBLE);
    room.restart();
    expect((await summary("")).theme).toMatchObject({ slug: "default", version: 1 });
    expect((await summary("theme=gone")).theme).toMatchObject({ slug: "default", version: 1 });
  });
});

describe("a style", () => {
  it.each([
    ["a colour that isn't one", { light: { ...LEGIBLE.light, ink: "red;}" } }, "light.ink"],
    ["a font that leaves its place", { font: ['a"; color: red'] }, "font.0"],
    ["a font that is an address", { font: ["url(https://evil.example)"] }, "font.0"],
    ["markup in a heading", { headings: { en: "<b>Deserters</b>" } }, "headings.en"],
    ["a rule of its own", { css: "*{display:none}" }, "body"],
    ["a part that readers need", { hidden: ["label"] }, "hidden.0"],
  ])("is refused with %s, and the place is named", async (_, fault, place) => {
    const { status, body } = await ask("PUT", "/v1/themes/paper", { ...LEGIBLE, ...fault });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(`"parameter":"${place}"`);
    expect(await table("theme_version")).toEqual([]);
  });

  it("isn't published where readers couldn't read it, and is told by how much", async () => {
    const { status, body } = await ask("PUT", "/v1/themes/paper", ILLEGIBLE);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      {
        parameter: "light.muted",
        message: "Its contrast with light.surface is 2.16; WCAG 2.2 AA asks for 4.5.",
      },
    ]);
  });
});

describe("two editors at once", () => {
  it("the second is shown what the first published, and nothing is replaced unseen", async () => {
    const other = await editorOf(room, "another desk");
    const { etag } = await ask("PUT", "/v1/themes/paper", LEGIBLE);
    const red = { ...LEGIBLE, name: "Red" };
    expect((await ask("PUT", "/v1/themes/paper", red, { "If-Match": etag! })).etag).toBe('"v2"');

    const late = await other("PUT", "/v1/themes/paper", { ...LEGIBLE, name: "Blue" }, { "If-Match": etag! });
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({ version: 2, style: { name: "Red" } });
    const unseen = await other("PUT", "/v1/themes/paper", { ...LEGIBLE, name: "Blue" });
    expect(unseen.status).toBe(428);
    expect((await other("GET", "/v1/themes/paper/versions")).body.versions).toHaveLength(2);
  });

  it("save over each other's draft only what they have seen", async () => {
    const other = await editorOf(room, "another desk");
    const first = await ask("PUT", "/v1/themes/paper/draft", ILLEGIBLE);
    expect([first.status, first.etag]).toEqual([200, '"d1"']);
    expect((await other("PUT", "/v1/themes/paper/draft", LEGIBLE)).status).toBe(428);
    const seen = await other("PUT", "/v1/themes/paper/draft", LEGIBLE, { "If-Match": '"d1"' });
    expect([seen.status, seen.etag]).toEqual([200, '"d2"']);
    const late = await ask("PUT", "/v1/themes/paper/draft", ILLEGIBLE, { "If-Match": '"d1"' });
    expect([late.status, late.body.current?.style]).toEqual([412, LEGIBLE]);
  });

  it("publish once, where both press the button", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    const over = { "If-Match": '"v1"' };
    const answers = await Promise.all([
      ask("PUT", "/v1/themes/paper", { ...LEGIBLE, name: "A" }, over),
      ask("PUT", "/v1/themes/paper", { ...LEGIBLE, name: "B" }, over),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await table("theme_version")).toHaveLength(2);
  });
});

describe("a draft", () => {
  it("may be illegible, changes nothing for readers, and isn't published like that", async () => {
    await ask("PUT", "/v1/themes/paper/draft", ILLEGIBLE);
    room.restart();
    expect((await summary()).theme).toEqual({ slug: "default" });
    expect((await ask("POST", "/v1/themes/paper/publish", {})).status).toBe(422);
    expect((await ask("GET", "/v1/themes/paper/draft")).status).toBe(200);
  });

  it("ends when it is published, and its tag never fits a later one", async () => {
    const { etag } = await ask("PUT", "/v1/themes/paper/draft", LEGIBLE);
    const published = await ask("POST", "/v1/themes/paper/publish", {}, { "If-Match": etag! });
    expect([published.status, published.etag]).toEqual([200, '"v1"']);
    expect((await ask("GET", "/v1/themes/paper/draft")).status).toBe(404);
    expect((await ask("PUT", "/v1/themes/paper/draft", LEGIBLE)).etag).not.toBe(etag);
  });

  it("is no failure where there is none and that was asked for, so that a browser's console stays clean", async () => {
    const asked = "/v1/themes/paper/draft?or=nothing";
    expect((await ask("GET", asked)).status).toBe(204);
    expect((await ask("GET", "/v1/themes/paper/draft?or=all")).status).toBe(400);
    await ask("PUT", "/v1/themes/paper/draft", LEGIBLE);
    expect((await ask("GET", asked)).body).toMatchObject({ revision: 1 });
  });

  it("isn't published over a version that its editor hasn't seen, until that editor says so", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    await ask("PUT", "/v1/themes/paper/draft", { ...LEGIBLE, name: "Mine" });
    await ask("PUT", "/v1/themes/paper", { ...LEGIBLE, name: "Theirs" }, { "If-Match": '"v1"' });
    const late = await ask("POST", "/v1/themes/paper/publish", {});
    expect([late.status, late.body.current?.style.name]).toEqual([412, "Theirs"]);
    // Saving alone doesn't count as having seen.
    const saved = await ask(
      "PUT",
      "/v1/themes/paper/draft",
      { ...LEGIBLE, name: "Mine" },
      { "If-Match": "*" },
    );
    expect((await ask("POST", "/v1/themes/paper/publish", {})).status).toBe(412);
    await ask("PUT", "/v1/themes/paper/draft?based_on=2", saved.body.style, { "If-Match": saved.etag! });
    expect((await ask("POST", "/v1/themes/paper/publish", {})).etag).toBe('"v3"');
  });

  it("is discarded by who has seen it", async () => {
    await ask("PUT", "/v1/themes/paper/draft", LEGIBLE);
    expect((await ask("DELETE", "/v1/themes/paper/draft", undefined, { "If-Match": '"d9"' })).status).toBe(
      412,
    );
    expect((await ask("DELETE", "/v1/themes/paper/draft", undefined, { "If-Match": '"d1"' })).status).toBe(
      204,
    );
    expect((await ask("GET", "/v1/themes")).body.themes).toEqual([]);
  });
});

describe("an earlier version", () => {
  it("can be published again, as a new one; also of a deleted theme", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    expect((await ask("DELETE", "/v1/themes/paper")).status).toBe(428);
    expect((await ask("DELETE", "/v1/themes/paper", undefined, { "If-Match": '"v1"' })).status).toBe(204);
    room.restart();
    expect((await summary()).theme).toEqual({ slug: "default" });
    expect((await room.get("/v1/themes/paper")).status).toBe(404);

    expect((await ask("POST", "/v1/themes/paper/publish", { version: 1 })).etag).toBe('"v3"');
    room.restart();
    expect((await summary()).theme.version).toBe(3);
    expect((await ask("POST", "/v1/themes/paper/publish", { version: 2 })).status).toBe(404);
  });
});

describe("the list of themes", () => {
  it("says of each what is published and what is being worked on, and by whom", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    await ask("PUT", "/v1/themes/paper/draft", LEGIBLE);
    await ask("PUT", "/v1/themes/web/draft", { ...LEGIBLE, name: "Web" });
    const at = "2025-07-01T09:00:00Z";
    const by = "the look";
    expect((await ask("GET", "/v1/themes")).body.themes).toEqual([
      {
        slug: "paper",
        name: "Broadsheet",
        published: { version: 1, at, by },
        draft: { revision: 1, at, by },
      },
      { slug: "web", name: "Web", published: null, draft: { revision: 1, at, by } },
    ]);
  });
});

describe("every change of a theme", () => {
  it("stands in the audit, and what was refused doesn't", async () => {
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    await ask("PUT", "/v1/themes/paper/draft", LEGIBLE);
    await ask("DELETE", "/v1/themes/paper/draft", undefined, { "If-Match": "*" });
    await ask("DELETE", "/v1/themes/paper", undefined, { "If-Match": "*" });
    const lines = await table<{ actor: string; action: string; target: string }>("audit");
    const own = lines.filter(({ actor }) => actor === "the look");
    expect(own.map(({ action, target }) => `${action} ${target}`)).toEqual([
      "theme-publish paper",
      "theme-draft paper",
      "theme-draft-discard paper",
      "theme-delete paper",
    ]);
  });

  it("is told to Cloudflare's cache where there is one", async () => {
    const told: string[] = [];
    const cache = {
      invalidate: ({ tags }: { tags: string[] }) => {
        told.push(...tags);
        return Promise.resolve({ success: true, errors: [] });
      },
    };
    room.runtime.context = { cache } as unknown as ExecutionContext;
    await ask("PUT", "/v1/themes/paper", LEGIBLE);
    expect(told).toEqual(["current"]);
  });

  it("reaches readers at the next call where it was cut off between D1 and KV", async () => {
    const { EDITIONS } = room.storage;
    room.storage.EDITIONS = new Proxy(EDITIONS, {
      get: (kv, name) =>
        name === "put" ? () => Promise.reject(new Error("cut off")) : Reflect.get(kv, name).bind(kv),
    });
    expect((await ask("PUT", "/v1/themes/paper", LEGIBLE)).status).toBe(202);
    room.storage.EDITIONS = EDITIONS;
    const { deliverThemes } = await import("../../worker/desk/themes/deliver.ts");
    await deliverThemes({ ...room.storage } as Env, null);
    room.restart();
    expect((await summary()).theme.version).toBe(1);
  });
});
