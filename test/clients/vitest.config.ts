import { defineConfig } from "vitest/config";

/** A suite of its own: its clients are installed for it. */
export default defineConfig({
  test: {
    name: "clients",
    include: ["test/clients/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
