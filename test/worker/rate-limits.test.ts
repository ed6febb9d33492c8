import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { networkOf } from "../../worker/http/rate-limit.ts";
import { EMAIL_OF, openTeam } from "../fixtures/access-team.ts";
import { type Api, expectDocumented } from "./api.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
let place = 0;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  place += 1;
});

/** Its limiter takes three a minute, of real time: of seven in less than a minute, the last can't all pass. */
const SEVEN = Array.from({ length: 7 }, (_, number) => number);
/** An address that no other test comes from. */
const home = (last = 1) => `192.0.${place}.${last}`;

const signIn = (token: string, from: string | null) =>
  room.get("/v1/session", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(from && { "CF-Connecting-IP": from }) },
    body: JSON.stringify({ token }),
  });
const ask = (method: string, path: string, headers: Record<string, string>) =>
  room.get(path, { method, headers });
const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });
const statuses = async (send: () => Promise<Response> | Response) => {
  const answers = [];
  for (const _ of SEVEN) answers.push((await send()).status);
  return answers;
};

describe("sign-in attempts", () => {
  beforeEach(() => {
    room.settings.SIGN_INS = env.THREE_A_MINUTE;
  });

  it("are limited by address, right ones and wrong ones alike", async () => {
    const token = await giveToken("the look", "editor");
    const wrong = await statuses(() => signIn("ds_wrong", home()));
    expect(wrong.slice(0, 3)).toEqual([401, 401, 401]);
    expect(wrong).toContain(429);
    const before = await table("session");
    const answers = await statuses(() => signIn(token, home(2)));
    expect(answers.slice(0, 3)).toEqual([200, 200, 200]);
    expect(answers).toContain(429);
    expect(before).toEqual([]);
  });

  it("of one network of IPv6 are one sender's, whatever addresses it takes", async () => {
    let last = 0;
    const answers = await statuses(() => {
      last += 1;
      return signIn("ds_wrong", `2001:db8:${place}::${last}`);
    });
    expect(answers).toContain(429);
  });

  it("are told when to come again, as a problem", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    for (const _ of SEVEN) {
      const response = await signIn("ds_wrong", home());
      if (response.status !== 429) continue;
      expect(response.headers.get("Retry-After")).toBe("60");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(await response.clone().json()).toMatchObject({ type: "/docs#too-many-requests", status: 429 });
      return expectDocumented(response, api.paths["/v1/session"]!.post!, api, "429");
    }
    expect.unreachable("seven attempts passed");
  });

  it("aren't counted where nobody says from where they come, nor is asking who one is", async () => {
    expect(await statuses(() => signIn("ds_wrong", null))).not.toContain(429);
    const from = { "CF-Connecting-IP": home() };
    expect(await statuses(() => ask("GET", "/v1/session", from))).not.toContain(429);
  });
});

describe("changes", () => {
  beforeEach(() => {
    room.settings.WRITES = env.THREE_A_MINUTE;
  });

  it("are limited by who makes them, and looking isn't", async () => {
    const one = bearer(await giveToken(`admin ${place}`, "admin"));
    const other = bearer(await giveToken(`second admin ${place}`, "admin"));
    const answers = await statuses(() => ask("DELETE", "/v1/tokens/00000000", one));
    expect(answers.slice(0, 3)).toEqual([404, 404, 404]);
    expect(answers).toContain(429);
    expect((await ask("DELETE", "/v1/tokens/00000000", other)).status).toBe(404);
    expect(await statuses(() => ask("GET", "/v1/tokens", one))).not.toContain(429);
  });

  it("by session count with those by its token, and by Access each person's alone", async () => {
    const label = `editor ${place}`;
    const token = await giveToken(label, "editor");
    const signedIn = await signIn(token, null);
    const cookie = {
      Cookie: signedIn.headers.get("Set-Cookie")!.split(";")[0]!,
      Origin: "https://stats.example",
    };
    const path = "/v1/themes/paper/draft";
    expect(await statuses(() => ask("DELETE", path, bearer(token)))).toContain(429);
    expect(await statuses(() => ask("DELETE", path, cookie))).toContain(429);

    const team = await openTeam(room);
    const person = async (sub: string) => ({
      "Cf-Access-Jwt-Assertion": await team.sign({ email: EMAIL_OF.editor, sub }),
      Origin: "https://stats.example",
    });
    const [one, other] = [await person(`one ${place}`), await person(`other ${place}`)];
    expect(await statuses(() => ask("DELETE", path, one))).toContain(429);
    expect((await ask("DELETE", path, other)).status).toBe(428);
  });

  it("by who may not make them aren't counted: a wrong token can't shut a right one out", async () => {
    const editor = bearer(await giveToken(`editor ${place}`, "editor"));
    expect(await statuses(() => ask("DELETE", "/v1/tokens/00000000", editor))).not.toContain(429);
    expect(await statuses(() => ask("DELETE", "/v1/tokens/00000000", bearer("ds_no")))).not.toContain(429);
  });

  it("have no limit where the deployment has no limiter, or it fails", async () => {
    const admin = bearer(await giveToken(`admin ${place}`, "admin"));
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    room.settings.WRITES = { limit: () => Promise.reject(new Error("down")) };
    expect(await statuses(() => ask("DELETE", "/v1/tokens/00000000", admin))).not.toContain(429);
    expect(logged).toHaveBeenCalledTimes(7);
    logged.mockRestore();
    room.settings.WRITES = undefined;
    expect(await statuses(() => ask("DELETE", "/v1/tokens/00000000", admin))).not.toContain(429);
  });
});

describe("new pictures", () => {
  const picture = (number: number, from: string | null, size = 240 + number) =>
    ask("GET", `/v1/card.png?size=${size}x240`, from ? { "CF-Connecting-IP": from } : {});
  const drawn = async (from: string | null, size?: number) => {
    const answers = [];
    for (const number of SEVEN) answers.push(await picture(number, from, size));
    return answers;
  };

  beforeEach(async () => {
    await room.publishFigures(LEDGER);
    room.settings.PICTURES = env.THREE_A_MINUTE;
  });

  it("are limited by sender, so that nobody keeps the processor busy with sizes", async () => {
    const answers = (await drawn(home())).map(({ status }) => status);
    expect(answers.slice(0, 3)).toEqual([200, 200, 200]);
    expect(answers).toContain(429);
    expect((await picture(8, home(2))).status).toBe(200);
  });

  it("are refused to that sender alone, by what the document says", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    const refused = (await drawn(home())).find(({ status }) => status === 429)!;
    expect(refused.headers.get("Cache-Control")).toBe("no-store");
    expect(refused.headers.get("Retry-After")).toBe("60");
    await expectDocumented(refused, api.paths["/v1/card.png"]!.get!, api, "429");
  });

  it("aren't counted where they were drawn before, nor where nobody says who asks", async () => {
    expect((await drawn(home(), 300)).map(({ status }) => status)).not.toContain(429);
    expect((await drawn(null)).map(({ status }) => status)).not.toContain(429);
  });
});

describe("tables of many series", () => {
  const asked = (path: string, from: string | null) =>
    ask("GET", path, from ? { "CF-Connecting-IP": from } : {});
  /** Seven different ones. */
  const made = async (
    path: string,
    from: string | null,
    ask = (number: number) => `${path}&granularity=year&from=201${number}`,
  ) => {
    const answers = [];
    for (const number of SEVEN) answers.push((await asked(ask(number), from)).status);
    return answers;
  };

  beforeEach(async () => {
    await room.publishFigures(LEDGER);
    room.settings.TABLES = env.THREE_A_MINUTE;
  });

  it.each([
    "/v1/series?by=court",
    "/v1/series.csv?by=sentence",
    "/v1/series?measure=convictions,cases-received",
    "/history?by=service",
  ])("are limited by sender, since they take as long as a picture: %s", async (path) => {
    const answers = await made(path, home());
    expect(answers.slice(0, 3)).not.toContain(429);
    expect(answers).toContain(429);
    expect((await asked(`${path}&from=2019`, home(2))).status).not.toBe(429);
  });

  it("aren't counted where they were made before, nor where nobody says who asks, nor is a plain series", async () => {
    expect(await made("", home(), () => "/v1/series?by=court&from=2024")).not.toContain(429);
    expect(await made("/v1/series?by=court", null)).not.toContain(429);
    expect(await made("/v1/series?granularity=year", home(3))).not.toContain(429);
  });
});

describe("readers of numbers", () => {
  it("have no limit", async () => {
    await room.publishFigures(LEDGER);
    Object.assign(room.settings, {
      WRITES: env.THREE_A_MINUTE,
      SIGN_INS: env.THREE_A_MINUTE,
      PICTURES: env.THREE_A_MINUTE,
      TABLES: env.THREE_A_MINUTE,
    });
    const from = { "CF-Connecting-IP": home() };
    expect(await statuses(() => ask("GET", "/v1/summary", from))).toEqual(SEVEN.map(() => 200));
  });
});

describe("a sender's network", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
