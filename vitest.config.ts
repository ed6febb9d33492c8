import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
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

/** Test files beside each other, each with its servers and pages: as many as there are cores, up to what fits in memory. */
const WORKERS = Math.min(Math.max(availableParallelism(), 2), 6);

/** What all projects have. Files share a process where they can: to start one takes longer than most files do. */
const common = {
  isolate: false,
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  provide: { runs: Number(process.env.RUNS ?? 1) },
};

/**
 * The specification runs where the code runs: Node, workerd, Chromium, and the whole built thing. The pure code first;
 * then what often waits, for a runtime, a page or a server, beside each other (`groupOrder`).
 */
export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        // A zone far from Moscow, so that a date that leans on the machine's zone fails.
        test: {
          ...common,
          name: "unit",
          css,
          include: ["test/unit/**/*.test.ts"],
          setupFiles: ["test/runs.ts"],
          env: { TZ: "Asia/Vladivostok" },
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...common,
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          setupFiles: ["test/runs.ts"],
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
          ...common,
          name: "worker",
          // A runtime of its own for each file: in one for all, a file now and then finds the rows of the one before it.
          isolate: true,
          include: ["test/worker/**/*.test.ts"],
          setupFiles: ["test/runs.ts"],
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Found by Vite only when a test opens the history, it would reload the page under the test.
        optimizeDeps: { include: ["chart.js", "axe-core", "lit"] },
        test: {
          ...common,
          name: "widget",
          // A page of its own for each file: one for all would keep what a file has left in it.
          isolate: true,
          css,
          include: ["test/widget/**/*.test.ts"],
          expect: { poll: { timeout: POLL_MS } },
          sequence: { groupOrder: 2 },
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
          ...common,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/prepare.ts"],
          sequence: { groupOrder: 2 },
          expect: { poll: { timeout: POLL_MS } },
        },
      },
    ],
  },
});
