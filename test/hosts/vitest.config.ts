import { defineConfig } from "vitest/config";

/** A suite of its own: it installs hundreds of packages that only publishers need. */
export default defineConfig({
  test: {
    name: "hosts",
    include: ["test/hosts/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
