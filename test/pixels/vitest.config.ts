import { defineConfig } from "vitest/config";

/** A suite of its own: it takes minutes, and wants a machine that does nothing else. */
export default defineConfig({
  test: {
    name: "pixels",
    include: ["test/pixels/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    provide: {
      runs: Number(process.env.RUNS ?? 1),
      part: process.env.PART ?? "1/1",
      themes: process.env.THEMES ?? "",
    },
    isolate: false,
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
