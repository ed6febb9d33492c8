import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WRANGLER } from "../../worker/cli/local.ts";
import type { Account } from "./fake-wrangler.ts";
import { useReadersNewsroom } from "./stage.ts";

/** The new version, as it would answer: a real one, whose answers a test may spoil on their way. */
const newsroom = useReadersNewsroom();
type Spoil = (path: string, answer: { status: number; headers: Headers; body: string }) => void;
let spoil: Spoil = () => {};
let server: Server;
let origin = "";
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-account-"));
const file = join(folder, "account.json");

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const found = await fetch(new URL(path, newsroom.origin));
    const answer = { status: found.status, headers: new Headers(found.headers), body: await found.text() };
    spoil(path, answer);
    for (const name of ["content-encoding", "content-length", "transfer-encoding"])
      answer.headers.delete(name);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const USED: Account = {
  signedIn: true,
  versions: ["v1", "v2"],
  editions: 3,
  tokens: 2,
  targets: ["https://desertion-stats.example.workers.dev"],
  failing: [],
};
/** A version that answers nothing right. */
const fails: Spoil = (_, answer) => {
  answer.status = 500;
};
const NEW: Account = { ...USED, versions: [], editions: 0, tokens: 0 };

/** Runs the command with an account, and gives what it did to it. */
async function deployed(account: Account, spoiled: Spoil = () => {}, ...args: string[]) {
  spoil = spoiled;
  writeFileSync(file, JSON.stringify(account));
  writeFileSync(`${file}.log`, "");
  const env = { ...process.env, DEPLOY_WRANGLER: "test/e2e/fake-wrangler.ts", FAKE_ACCOUNT: file };
  const words = ["worker/cli/deploy.ts", "--again", "--patience", "0", "--url", origin, ...args];
  const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(process.execPath, words, { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
  const asked = readFileSync(`${file}.log`, "utf8").trim().split("\n").filter(Boolean);
  const after = JSON.parse(readFileSync(file, "utf8")) as Account;
  return { code, output, asked: asked.map((line) => line.split(" ").slice(0, 2).join(" ")), after };
}

/** What changes an account. */
const CHANGES = /^(deploy --env|d1 migrations|rollback|d1 execute)/;

describe("npm run deploy", () => {
  it("creates nothing before somebody has agreed, and says what it would create", async () => {
    const { code, output, asked, after } = await deployed(NEW);
    expect({ code, after }).toEqual({ code: 2, after: NEW });
    expect(asked.filter((line) => CHANGES.test(line))).toEqual([]);
    expect(output).toMatch(/a D1 database/);
    expect(output).toContain("--yes");
  });

  it("begins nothing for somebody who isn't signed in, and says how to", async () => {
    const { code, output, asked } = await deployed({ ...NEW, signedIn: false }, undefined, "--yes");
    expect({ code, asked }).toEqual({ code: 2, asked: ["whoami --json"] });
    expect(output).toContain("npx wrangler login");
  });

  it("begins nothing where Cloudflare doesn't say what is in place: it couldn't be gone back to", async () => {
    const { code, after } = await deployed({ ...USED, failing: ["deployments"] }, undefined, "--yes");
    expect({ code, versions: after.versions }).toEqual({ code: 2, versions: USED.versions });
  });

  it("puts the code in place, tries it, migrates, and gives the first token once", async () => {
    const first = await deployed(NEW, undefined, "--yes");
    expect(first.code).toBe(0);
    expect(first.asked.filter((line) => CHANGES.test(line))).toEqual([
      "deploy --env",
      "d1 migrations",
      "d1 execute",
    ]);
    expect(first.output).toMatch(/^ {2}ds_\S+$/m);
    const again = await deployed(first.after, undefined, "--yes");
    expect([again.code, again.output]).toEqual([0, expect.not.stringMatching(/ds_/)]);
  });

  const broken: [string, Spoil, string][] = [
    [
      "whose element has other bytes",
      (path, answer) => {
        if (path === "/embed/v1.js") answer.body += " ";
      },
      "/embed/v1.js has other bytes",
    ],
    [
      "that other sites may not read",
      (path, { headers }) => {
        if (path === "/v1/summary") headers.delete("Access-Control-Allow-Origin");
      },
      "/v1/summary may not be read",
    ],
    [
      "that may not be framed",
      (path, { headers }) => {
        if (path === "/embed") headers.set("X-Frame-Options", "DENY");
      },
      "/embed may not stand",
    ],
    [
      "whose frame has no policy",
      (path, { headers }) => {
        if (path === "/embed") headers.delete("Content-Security-Policy");
      },
      "/embed has no default-src",
    ],
    [
      "that has lost the editions",
      (path, answer) => {
        if (path === "/v1/summary") answer.status = 503;
      },
      "/v1/summary answers 503",
    ],
    ["that fails", fails, "answers 500"],
    [
      "with another release's manifest",
      (path, answer) => {
        if (path.endsWith("manifest.json")) answer.body = '{"file":"other.js"}';
      },
      "its file is",
    ],
    [
      "without its studio",
      (path, answer) => {
        if (path === "/studio") answer.status = 404;
      },
      "/studio answers 404",
    ],
  ];

  it.each(broken)("takes back a version %s, and leaves the data alone", async (_, spoiled, said) => {
    const { code, output, asked, after } = await deployed(USED, spoiled, "--yes");
    expect({ code, inPlace: after.versions.at(-1) }).toEqual({ code: 1, inPlace: "v2" });
    expect(output).toContain(said);
    expect(output).toContain("No migration was run");
    expect(asked).not.toContain("d1 migrations");
  });

  it("takes back the code where the migrations fail, and says how the data could be", async () => {
    const { code, output, after } = await deployed(
      { ...USED, failing: ["d1 migrations"] },
      undefined,
      "--yes",
    );
    expect({ code, inPlace: after.versions.at(-1) }).toEqual({ code: 1, inPlace: "v2" });
    expect(output).toContain("time-travel restore DB --bookmark=0000-bookmark");
  });

  it("takes back the code where the desk can't work after the migrations", async () => {
    const differs: Spoil = (path, answer) => {
      if (path === "/v1/health") answer.body = answer.body.replace("{", '{"schema":{"found":1,"needed":2},');
    };
    const { code, output, after } = await deployed(USED, differs, "--yes");
    expect({ code, inPlace: after.versions.at(-1) }).toEqual({ code: 1, inPlace: "v2" });
    expect(output).toContain("one version");
  });

  it("says loudly where even that fails, with the command that does it", async () => {
    const { code, output } = await deployed({ ...USED, failing: ["rollback"] }, fails, "--yes");
    expect(code).toBe(1);
    expect(output).toContain("NOT UNDONE");
    expect(output).toContain("npx wrangler rollback v2");
  });

  it("has no earlier version to go back to on a first deployment, and says so", async () => {
    const { code, output, after } = await deployed(NEW, fails, "--yes");
    expect({ code, versions: after.versions }).toEqual({ code: 1, versions: ["v1"] });
    expect(output).toContain("no earlier version");
  });
});

describe("the wrangler that is installed", () => {
  const cases = [
    [["rollback"], ["--message", "--yes", "--env"]],
    [
      ["deployments", "status"],
      ["--json", "--env"],
    ],
    [
      ["d1", "time-travel", "info"],
      ["--json", "--env"],
    ],
    [
      ["d1", "time-travel", "restore"],
      ["--bookmark", "--env"],
    ],
    [
      ["d1", "execute"],
      ["--remote", "--command", "--json", "--env"],
    ],
    [
      ["d1", "export"],
      ["--remote", "--local", "--output", "--env"],
    ],
    [
      ["d1", "migrations", "apply"],
      ["--remote", "--env"],
    ],
    [["whoami"], ["--json"]],
  ] as const;

  it.each(cases)("knows what it is asked: %j %j", async (command, options) => {
    const help = await new Promise<string>((resolve) =>
      execFile(process.execPath, [WRANGLER, ...command, "--help"], (_, stdout) => resolve(stdout)),
    );
    expect(options.filter((option) => !help.includes(option))).toEqual([]);
  });
});
