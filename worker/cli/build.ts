import { execFileSync } from "node:child_process";

/** Builds the pages and the element into dist/site; prints their sizes, fails above the budget. */
export async function build(): Promise<void> {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
