import { beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../../worker/contract/problem.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** The page's words, without marks. */
async function wordsAt(room: Newsroom, path: string): Promise<string> {
  const text = await (await room.get(path)).text();
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

describe("/methodology before the first edition", () => {
  it("is a 503 with a way out", async () => {
    const { get } = await openNewsroom("2025-07-01T09:00:00Z");
    const response = await get("/methodology");
    expect(response.status).toBe(503);
    expect(Problem.parse(await response.json()).detail).toContain("npm run desk -- publish");
  });
});

describe("/methodology with the real ledger", () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  it("is a page that runs nothing and stands in no other page", async () => {
    const response = await room.get("/methodology");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(await response.text()).toMatch(/^<!doctype html>\n<html lang="en"/);
  });

  it("speaks each language, and refuses others by name", async () => {
    const titles = await Promise.all(
      ["en", "ru", "uk"].map(async (lang) => {
        const text = await (await room.get(`/methodology?lang=${lang}`)).text();
        expect(text).toContain(`<html lang="${lang}"`);
        return /<h1>(.+)<\/h1>/.exec(text)?.[1];
      }),
    );
    expect(titles).toEqual(["How the numbers are made", "Как получены числа", "Як отримано числа"]);
    const refused = await room.get("/methodology?lang=de");
    expect(refused.status).toBe(400);
    expect(Problem.parse(await refused.json()).errors?.[0]?.allowed).toEqual(["en", "ru", "uk"]);
  });

  it("takes no notice of what a link gathered on its way", async () => {
    const plain = await room.get("/methodology?lang=uk");
    const gathered = await room.get("/methodology?utm_source=newsletter&lang=uk&fbclid=x");
    expect(gathered.status).toBe(200);
    expect(gathered.headers.get("ETag")).toBe(plain.headers.get("ETag"));
  });

  it("is not sent twice to a reader who has it", async () => {
    const etag = (await room.get("/methodology")).headers.get("ETag")!;
    const again = await room.get("/methodology", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it("says that no delay has been measured yet", async () => {
    expect(await wordsAt(room, "/methodology")).toContain(
      "No delay has been measured yet: this edition holds no court records.",
    );
  });

  it("says what the edition says, and something else when the edition does", async () => {
    expect(await wordsAt(room, "/methodology")).toContain(`Published figures ${LEDGER.length}`);
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishFigures(LEDGER.filter(({ id }) => id !== "f098"));
    const after = await wordsAt(room, "/methodology");
    expect(after).toContain("Edition 2025-07-02.1");
    expect(after).toContain(`Published figures ${LEDGER.length - 1}`);
    // Six in the whole ledger, one of them about f098.
    expect(after).toContain("Conflicts between them 5");
    expect(after).not.toContain("8,589");
  });

  it("stays as it was as of an edition, and says which one is in force", async () => {
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishFigures(LEDGER.slice(0, 90));
    const frozen = await wordsAt(room, "/methodology?as-of=2025-07-01.1");
    expect(frozen).toContain(`Published figures ${LEDGER.length}`);
    expect(frozen).toContain("The edition in force is 2025-07-02.1");
    expect(await wordsAt(room, "/methodology?as-of=2025-07-02")).not.toContain("The edition in force");
    expect((await room.get("/methodology?as-of=2025-06-30")).status).toBe(404);
  });

  it("says that it is stale while the storage is out of reach", async () => {
    await room.get("/methodology");
    room.storage.EDITIONS = new Proxy({} as KVNamespace, {
      get: () => () => {
        throw new Error("out of reach");
      },
    });
    room.clock.at = "2025-07-01T11:00:00Z";
    expect(await wordsAt(room, "/methodology")).toContain("newer data is unavailable");
  });
});

describe("/methodology with records", () => {
  it("counts them, says how many are gone and of how many the punishment is known", async () => {
    const room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishCases([
      ...Array.from({ length: 8 }, () => convicted()),
      convicted({ sentence: "suspended", court_code: "77GV0010" }),
      convicted({ removed_on: "2025-06-20" }),
    ]);
    const text = await wordsAt(room, "/methodology");
    expect(text).toContain("This edition holds 10 cases with 10 defendants, of whom 10 were convicted.");
    expect(text).toContain("1 record is flagged as gone.");
    expect(text).toContain("known for 1 of 10 convictions");
    expect(text).toContain("too few of this edition’s records have been seen coming in");
  });

  it("draws the delay once it has been watched for long enough", async () => {
    const room = await openNewsroom("2025-07-01T09:00:00Z");
    // Ten verdicts a week on Tuesdays, half of them seen the same day, the others a week later.
    const tuesdays = Array.from(
      { length: 60 },
      (_, week) => Date.parse("2024-05-07") + week * 7 * 86_400_000,
    );
    const date = (at: number) => new Date(at).toISOString().slice(0, 10);
    const cases = tuesdays.flatMap((at) =>
      Array.from({ length: 10 }, (_, i) =>
        convicted({
          received_on: date(at),
          decided_on: date(at),
          first_seen_on: date(at + (i % 2) * 7 * 86_400_000),
        }),
      ),
    );
    await room.publishCases(cases);
    const text = await (await room.get("/methodology")).text();
    expect(text).toContain('<svg class="curve"');
    const shares = [...text.matchAll(/<tr><th scope="row">(\d+)<\/th><td>(.+?)<\/td><\/tr>/g)];
    expect(shares.slice(0, 3).map(([, week, share]) => [week, share])).toEqual([
      ["0", "50%"],
      ["1", "100%"],
      ["2", "100%"],
    ]);
  });
});
