import { defineConfig } from "vitest/config";

/** A suite of its own: its tools weigh more than the project. */
export default defineConfig({
  test: {
    name: "previews",
    include: ["test/previews/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
