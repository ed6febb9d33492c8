import { describe, expect, it } from "vitest";
import { installerFor } from "../../../runner/install-chromium.ts";
import { needsOf } from "../../../runner/needs.ts";
import { installation, readyPrograms } from "../../../runner/own-suite.ts";
import { slowest, timeLines } from "../../../runner/slowest.ts";
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

describe("a suite that needs programs of its own", () => {
  const programs = { nginx: "nginx-light", varnishd: "varnish", varnishadm: "varnish" };

  it("installs the packages of what is missing, each once, and nothing where all is there", () => {
    expect(installation(programs, (program) => program === "nginx")).toEqual({
      missing: ["varnishd", "varnishadm"],
      commands: ["apt-get update", "apt-get install -y --no-install-recommends varnish"],
    });
    expect(installation(programs, () => true)).toBe(null);
  });

  it("names what is missing and how to get it, where it can't install it", () => {
    const said: string[] = [];
    const ready = () =>
      readyPrograms({ "no-such-server": "no-such-package" }, (line) => said.push(line), "Playwright");
    expect(ready).toThrow(
      "Missing: no-such-server. This suite takes them from Debian: as root, `apt-get update && apt-get install -y --no-install-recommends no-such-package`; then run it again.",
    );
    expect(said).toEqual([]);
  });
});

describe("what a run needs before its tests", () => {
  const NOTHING = { check: false, browser: false, engines: false, build: false };
  const BOTH = { check: false, browser: true, engines: true, build: true };

  it.each([
    ["all of it without arguments", [], { ...BOTH, check: true }],
    ["nothing for the unit project", ["--project", "unit"], NOTHING],
    ["nothing for a file of it", ["test/unit/worker/domain/period.test.ts", "-t", "a day"], NOTHING],
    ["the build for workerd", ["--project=worker"], { ...NOTHING, build: true }],
    ["a browser for the element", ["--project=widget"], { ...NOTHING, browser: true }],
    ["both for a file of the whole thing", ["test/e2e/start.test.ts"], { ...BOTH, engines: false }],
    ["every browser for the file that asks for them", ["test/e2e/engines.test.ts"], BOTH],
    ["every browser for all of the whole thing", ["--project", "e2e"], BOTH],
    ["what any of several projects needs", ["--project", "unit", "--project", "e2e"], BOTH],
    ["both where it isn't clear which tests run", ["-t", "the card"], BOTH],
    ["both for a project that isn't known here", ["--project", "!unit"], BOTH],
    ["both for part of a file's name", ["test/unit/a.test.ts", "--project", "*"], BOTH],
  ] as const)("is %s", (_, words, needs) => {
    expect(needsOf(words)).toEqual(needs);
  });
});

describe("the tally", () => {
  const reported = (state: string, ...tests: string[]): ReportedModule => ({
    project: { name: "unit" },
    relativeModuleId: "test/unit/a.test.ts",
    state: () => state,
    diagnostic: () => ({ collectDuration: 200, duration: 1_300 }),
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

  it("has the time of each file, its imports and its tests", () => {
    const { times } = tally(["unit"], [reported("passed", "passed")], []);
    expect(times).toEqual([{ file: "test/unit/a.test.ts", ms: 1_500 }]);
  });

  it("ends in a plain line that names skipped tests only where there are some", () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(lastLine({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
  });
});

describe("the slowest files", () => {
  const times = [
    { file: "a", ms: 900 },
    { file: "b", ms: 0 },
    { file: "c", ms: 12_340 },
    { file: "d", ms: 1_000 },
  ];

  it("are those that took longest, the longest first; what didn't run isn't among them", () => {
    expect(slowest(times, 2).map(({ file }) => file)).toEqual(["c", "d"]);
    expect(slowest(times, 10).map(({ file }) => file)).toEqual(["c", "d", "a"]);
  });

  it("stand one below the other with their seconds", () => {
    expect(timeLines(slowest(times, 2))).toEqual(["  12.3 s  c", "   1.0 s  d"]);
    expect(timeLines([])).toEqual([]);
  });
});
