import { defineConfig } from "vitest/config";

/** A suite of its own: it downloads browsers. */
export default defineConfig({
  test: {
    name: "oldest",
    include: ["test/oldest/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
