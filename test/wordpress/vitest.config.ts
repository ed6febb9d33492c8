import { defineConfig } from "vitest/config";

/** A suite of its own: it needs a WordPress and a database that a contributor's machine needn't have. */
export default defineConfig({
  test: {
    name: "wordpress",
    include: ["test/wordpress/*.test.ts"],
    globalSetup: ["test/e2e/prepare.ts"],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // Each test goes on where the one before it has left the site.
    bail: 1,
  },
});
