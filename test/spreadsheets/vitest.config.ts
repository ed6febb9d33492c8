import { defineConfig } from "vitest/config";

/** A suite of its own: it needs a spreadsheet that a contributor's machine needn't have. */
export default defineConfig({
  test: {
    name: "spreadsheets",
    include: ["test/spreadsheets/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
