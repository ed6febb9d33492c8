import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { released } from "../../../../worker/cli/changelog.ts";

const CHANGELOG =
  "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-01-01\n\n- First.\n";

describe("the changelog of a release", () => {
  it("puts what was unreleased under the version, and leaves the heading for what comes", () => {
    expect(released(CHANGELOG, "0.2.0", "2026-12-01")).toContain(
      "## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [0.1.0]",
    );
  });

  it.each([
    ["a version that is there", CHANGELOG, "0.1.0", "has 0.1.0 already"],
    ["a release of nothing", CHANGELOG.replace("- A thing.", ""), "0.2.0", "nothing to release"],
    ["a file without the heading", "# Changelog\n\n- A thing.\n", "0.2.0", "nothing to release"],
  ])("refuses %s", (_, changelog, version, why) => {
    expect(() => released(changelog, version, "2026-12-01")).toThrow(why);
  });
});

describe("npm run release", () => {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-release-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  const release = (version: string) =>
    spawnSync(process.execPath, ["worker/cli/release.ts", version], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        ...{ GIT_AUTHOR_NAME: "Test", GIT_AUTHOR_EMAIL: "test@example.org" },
        ...{ GIT_COMMITTER_NAME: "Test", GIT_COMMITTER_EMAIL: "test@example.org" },
      },
    });

  it("sets the version everywhere, commits and tags; sends nothing; and refuses half-done work", () => {
    for (const path of ["worker", "package.json", "package-lock.json"])
      cpSync(path, join(folder, path), { recursive: true });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, ".gitignore"), "node_modules\n");
    writeFileSync(join(folder, "CHANGELOG.md"), CHANGELOG);
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Before");

    expect(release("1.2").stderr).toContain("three numbers were expected");
    writeFileSync(join(folder, "half-done.txt"), "x");
    expect(release("9.8.7").stderr).toContain("isn't committed yet");
    rmSync(join(folder, "half-done.txt"));

    const { status, stdout } = release("9.8.7");
    expect([status, stdout]).toEqual([0, expect.stringContaining("git push --follow-tags")]);
    const read = (file: string) => readFileSync(join(folder, file), "utf8");
    expect(JSON.parse(read("package.json")).version).toBe("9.8.7");
    expect(JSON.parse(read("package-lock.json")).packages[""].version).toBe("9.8.7");
    expect(read("CHANGELOG.md")).toMatch(/## \[9\.8\.7\] - \d{4}-\d\d-\d\d/);
    expect(git("describe", "--exact-match").trim()).toBe("v9.8.7");
    expect(git("status", "--porcelain")).toBe("");
    expect(release("9.8.7").status).toBe(1);
  });
});
