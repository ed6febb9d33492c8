import type { Reporter, SerializedError, TestModule, Vitest } from "vitest/node";
import { tally } from "./tally.ts";

/** Sends a run's tally to `test/run.ts`, which started Vitest with a channel. */
export default class TallyReporter implements Reporter {
  #projects: string[] = [];

  onInit(vitest: Vitest): void {
    this.#projects = vitest.projects.map((project) => project.name);
  }

  onTestRunEnd(modules: readonly TestModule[], uncaught: readonly SerializedError[]): void {
    process.send?.(tally(this.#projects, modules, uncaught));
  }
}
