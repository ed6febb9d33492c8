import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk } from "./desk-command.ts";
import { type Newsroom, startNewsroom } from "./newsroom.ts";
import { smallDisks } from "./small-disk.ts";

const LEDGER = "worker/data/published-figures.csv";
const ADDED =
  "f900,convictions,337,,,test,2023-01-01,2023-01-31,total,12,exact,Test,2023-02-01,https://example.org/1,\n";
const ways = smallDisks();

interface Summary {
  edition: { id: string };
  headline: { value: number };
}

describe("a full disk below the local server", () => {
  if (ways.length === 0) {
    it("can't be tried here: it takes root on Linux, to mount a small file system, or Linux' prlimit", ({
      skip,
    }) => skip());
  }

  describe.each(ways.map((make) => make()))("($how)", (disk) => {
    let server: Newsroom;
    let token: string;
    beforeAll(async () => {
      cpSync(inject("prepared"), disk.folder, { recursive: true });
      server = await startNewsroom(disk.folder, {
        args: ["--again", "--var", "POINTER_MAX_AGE_MS:0"],
        env: disk.env,
      });
      token = readFileSync(join(disk.folder, "desk-token"), "utf8").trim();
    });
    afterAll(async () => {
      await server?.stop();
      disk.remove();
    });

    /** The desk works on a disk of its own. */
    const work = (...args: string[]) =>
      desk({ ...server, state: disk.outside }, ...args, "--token", token, "--json");
    const asked = async <Body>(path: string) => {
      const response = await fetch(`${server.origin}${path}`);
      return { status: response.status, body: (await response.json()) as Body };
    };
    const shown = async () => {
      const { status, body } = await asked<Summary>("/v1/summary");
      return { status, id: body.edition?.id, value: body.headline?.value };
    };

    it("stops a publication, loses nothing of it, and lets it through once there is room", async () => {
      const before = await shown();
      expect(before).toMatchObject({ status: 200, value: 198 });
      const file = join(disk.outside, "ledger.csv");
      writeFileSync(file, readFileSync(LEDGER, "utf8") + ADDED);
      const staged = await work("stage", file);
      expect(staged.code).toBe(0);
      const { id } = (JSON.parse(staged.stdout) as { batch: { id: string } }).batch;

      disk.fill();
      const refused = await work("publish", id, "--note", "On a full disk", "--override", "Only a test");
      expect(refused.code).not.toBe(0);
      expect(await shown()).toEqual(before);
      expect((await asked<object>("/v1/health")).status).toBe(200);

      disk.clear();
      const published = await work("publish", id, "--note", "With room again", "--override", "Only a test");
      expect([published.code, published.stderr]).toEqual([0, expect.any(String)]);
      const { body } = await asked<{ figures: { id: string }[] }>("/v1/figures");
      expect(body.figures.map((figure) => figure.id)).toContain("f900");
      const good = { storage: { d1: "ok", kv: "ok" } };
      expect(await asked("/v1/health")).toMatchObject({ status: 200, body: good });
      expect((await asked<object>("/v1/health")).body).not.toHaveProperty("undistributed");
    });
  });
});
