/**
 * Stands in for wrangler in the tests of `npm run deploy`: keeps in a file what would be in the account, writes down
 * what it was asked, and answers as wrangler does. It knows the commands that a deployment uses, and fails for others.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";

export interface Account {
  signedIn: boolean;
  /** Versions of the Worker, the last of them in place. */
  versions: string[];
  editions: number;
  tokens: number;
  targets: string[];
  /** First words of commands that fail. */
  failing: string[];
}

const { FAKE_ACCOUNT: file = "", WRANGLER_OUTPUT_FILE_PATH: told } = process.env;
const account = JSON.parse(readFileSync(file, "utf8")) as Account;
const args = process.argv.slice(2);
const asked = args.join(" ");
appendFileSync(`${file}.log`, `${asked}\n`);

function end(code: number, output: object | string): never {
  console.log(typeof output === "string" ? output : JSON.stringify(output, null, 2));
  writeFileSync(file, JSON.stringify(account));
  process.exit(code);
}

const is = (command: string) => asked.startsWith(command);
if (account.failing.some(is)) end(1, "Cloudflare answers with an error. [code: 10000]");
if (is("whoami")) end(account.signedIn ? 0 : 1, {});
if (is("deployments status")) {
  const version_id = account.versions.at(-1);
  if (version_id === undefined) end(1, "This Worker does not exist on your account. [code: 10007]");
  end(0, { versions: [{ version_id, percentage: 100 }] });
}
if (is("d1 time-travel info")) end(0, { bookmark: "0000-bookmark" });
if (is("d1 migrations apply")) end(0, "No migrations to apply!");
if (is("d1 execute") && asked.includes("FROM edition"))
  end(0, [{ results: [{ editions: account.editions }] }]);
if (is("d1 execute") && asked.includes("INSERT INTO token")) {
  const results = account.tokens === 0 ? [{ id: "first" }] : [];
  account.tokens ||= 1;
  end(0, [{ results }]);
}
if (is("rollback")) {
  account.versions.push(args[1] ?? "");
  end(0, "SUCCESS");
}
if (is("deploy")) {
  const version_id = `v${account.versions.length + 1}`;
  account.versions.push(version_id);
  writeFileSync(
    told ?? "",
    `${JSON.stringify({ type: "deploy", version: 1, version_id, targets: account.targets })}\n`,
  );
  end(0, "Deployed");
}
end(64, `Unknown command: ${asked}`);
