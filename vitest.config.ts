import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_FLAGS, findChromium } from "./test/chromium.ts";
import { nearby } from "./test/gallery/nearby.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const chromium = findChromium();

/** No test is about time: this only ends one that hangs, on the slowest machine. */
const PATIENCE_MS = 600_000;
const POLL_MS = 120_000;
/** The element's styles come as text; without this Vitest hands over an empty one. */
const css = { include: [/\.css\?inline$/] };

/**
 * The specification runs where the code runs: Node, workerd, Chromium, and the whole built thing.
 * One project after the other (`groupOrder`): side by side they starve each other on a small machine.
 */
export default defineConfig({
  test: {
    projects: [
      {
        // A zone far from Moscow, so that a date that leans on the machine's zone fails.
        test: {
          name: "unit",
          css,
          include: ["test/unit/**/*.test.ts"],
          env: { TZ: "Asia/Vladivostok" },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: path("./wrangler.toml") },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations(path("./worker/migrations")),
                LEDGER: readFileSync(path("./worker/data/published-figures.csv"), "utf8"),
              },
              ratelimits: { THREE_A_MINUTE: { namespace_id: "1", simple: { limit: 3, period: 60 } } },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Found by Vite only when a test opens the history, it would reload the page under the test.
        optimizeDeps: { include: ["chart.js", "axe-core", "lit"] },
        test: {
          name: "widget",
          css,
          include: ["test/widget/**/*.test.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: { poll: { timeout: POLL_MS } },
          sequence: { groupOrder: 3 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium && { executablePath: chromium.path }), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: "chromium" }],
            expect: {
              toMatchScreenshot: {
                comparatorName: "nearby",
                comparators: { nearby },
                resolveScreenshotPath: ({ arg, ext }) => path(`./test/gallery/approved/${arg}${ext}`),
                timeout: PATIENCE_MS,
              },
            },
          },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          sequence: { groupOrder: 4 },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: { poll: { timeout: POLL_MS } },
          fileParallelism: false,
        },
      },
    ],
  },
});
