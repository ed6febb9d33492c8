import { defineConfig } from "vitest/config";

/** A suite of its own: it needs web servers that a contributor's machine needn't have. */
export default defineConfig({
  test: {
    name: "includes",
    include: ["test/includes/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
