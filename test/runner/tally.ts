import type { FileTime } from "./slowest.ts";

/** What a run of Vitest came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Failures outside of any test, in words: a file that can't be loaded, an error that nobody caught. */
  trouble: string[];
  /** Every project of the run and how many tests it ran. */
  projects: Record<string, number>;
  /** Every file of the run. */
  times: FileTime[];
}

/** The parts of Vitest's report that are counted. */
export interface ReportedModule {
  project: { name: string };
  relativeModuleId: string;
  state(): string;
  diagnostic(): { collectDuration: number; duration: number };
  children: { allTests(): Iterable<{ result(): { state: string } }> };
}

/** Counts tests, and finds what failed without being a test. */
export function tally(
  projects: readonly string[],
  modules: readonly ReportedModule[],
  uncaught: readonly { message?: string }[],
): Tally {
  const count: Tally = {
    passed: 0,
    failed: 0,
    skipped: 0,
    trouble: uncaught.map(({ message }) => `an error that nobody caught: ${firstLine(message)}`),
    projects: Object.fromEntries(projects.map((name) => [name, 0])),
    times: modules.map((module) => ({ file: module.relativeModuleId, ms: timeOf(module) })),
  };
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const of = (state: string) => states.filter((found) => found === state).length;
    const where = `${module.project.name}: ${module.relativeModuleId}`;
    count.passed += of("passed");
    count.failed += of("failed");
    count.skipped += of("skipped");
    count.projects[module.project.name] =
      (count.projects[module.project.name] ?? 0) + of("passed") + of("failed");
    if (of("pending") > 0) count.trouble.push(`${where} wasn't finished`);
    else if (module.state() === "failed" && of("failed") === 0)
      count.trouble.push(`${where} failed outside of a test`);
  }
  return count;
}

/** Projects that ran no test: of a whole run each must, or a project that can't start would look well. */
export function silentProjects({ projects }: Tally): string[] {
  return Object.keys(projects).filter((name) => projects[name] === 0);
}

/** `12 passed, 0 failed`, and `, 1 skipped` where some were. */
export function lastLine({ passed, failed, skipped }: Pick<Tally, "passed" | "failed" | "skipped">): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function timeOf(module: ReportedModule): number {
  const { collectDuration, duration } = module.diagnostic();
  return collectDuration + duration;
}

function firstLine(message = "no message"): string {
  return message.split("\n")[0] ?? "";
}
