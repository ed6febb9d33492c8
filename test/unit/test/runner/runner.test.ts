import { describe, expect, it } from "vitest";
import { installerFor } from "../../../runner/install-chromium.ts";
import { lastLine, type ReportedModule, silentProjects, tally } from "../../../runner/tally.ts";

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const MINT = "ID=linuxmint\nID_LIKE=debian\n";
const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
const FEDORA = "ID=fedora\nLOGO=debian\n";

describe("the installer of Chromium", () => {
  it.each([
    ["Debian's package for root", { root: true, aptGet: true, release: DEBIAN }, "apt-get"],
    ["the package of Debian's descendants", { root: true, aptGet: true, release: MINT }, "apt-get"],
    ["Playwright's where root is missing", { root: false, aptGet: true, release: DEBIAN }, "Playwright"],
    ["Playwright's where apt-get is missing", { root: true, aptGet: false, release: DEBIAN }, "Playwright"],
    ["Playwright's on Ubuntu", { root: true, aptGet: true, release: UBUNTU }, "Playwright"],
    ["Playwright's on another Linux", { root: true, aptGet: true, release: FEDORA }, "Playwright"],
    ["Playwright's without os-release", { root: true, aptGet: true, release: "" }, "Playwright"],
  ] as const)("takes %s", (_, machine, installer) => {
    expect(installerFor(machine)).toBe(installer);
  });
});

describe("the tally", () => {
  const reported = (state: string, ...tests: string[]): ReportedModule => ({
    project: { name: "unit" },
    relativeModuleId: "test/unit/a.test.ts",
    state: () => state,
    children: { allTests: () => tests.map((test) => ({ result: () => ({ state: test }) })) },
  });

  it("counts tests by their state", () => {
    const counted = tally(
      ["unit"],
      [reported("failed", "passed", "failed"), reported("passed", "skipped")],
      [],
    );
    expect(counted).toMatchObject({ passed: 1, failed: 1, skipped: 1, trouble: [] });
  });

  it("has trouble where a file fails without a failed test, as a broken import does", () => {
    expect(tally(["unit"], [reported("failed")], []).trouble).toEqual([
      "unit: test/unit/a.test.ts failed outside of a test",
    ]);
  });

  it("has trouble where a test never ended", () => {
    expect(tally(["unit"], [reported("pending", "pending")], []).trouble).toEqual([
      "unit: test/unit/a.test.ts wasn't finished",
    ]);
  });

  it("has trouble for each error that nobody caught, in one line", () => {
    expect(tally(["unit"], [], [{ message: "no workerd\nat start" }, {}]).trouble).toEqual([
      "an error that nobody caught: no workerd",
      "an error that nobody caught: no message",
    ]);
  });

  it("names projects that ran nothing, even where they skipped something", () => {
    const counted = tally(["unit", "worker"], [reported("passed", "skipped")], []);
    expect(silentProjects(counted)).toEqual(["unit", "worker"]);
    expect(silentProjects(tally(["unit", "worker"], [reported("passed", "passed")], []))).toEqual(["worker"]);
  });

  it("ends in a plain line that names skipped tests only where there are some", () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(lastLine({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
  });
});
