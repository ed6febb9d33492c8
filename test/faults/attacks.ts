/**
 * The tests that attack, by what they attack. They run in workerd, in Chromium or against the whole local server, and ask
 * nobody outside.
 */
export const ATTACKS: Readonly<Record<string, readonly string[]>> = {
  "stores that hang, fail or are slow": ["test/worker/hanging-stores.test.ts"],
  "what readers live on, spoilt in KV; a hundred editors at once": ["test/worker/spoilt-stores.test.ts"],
  "rows of D1 that aren't what was stored": [
    "test/worker/spoilt-rows.test.ts",
    "test/worker/spoilt-tables.test.ts",
    "test/worker/spoilt-runs.test.ts",
    "test/worker/altered-rows.test.ts",
  ],
  "kill −9: while staging, publishing, at each call of a source's run and of a delivery": [
    "test/e2e/desk-killed.test.ts",
    "test/e2e/server-killed.test.ts",
    "test/worker/sources-killed.test.ts",
    "test/worker/notices-killed.test.ts",
  ],
  "all data lost, and restored from a copy": ["test/e2e/backup.test.ts"],
  "a deployment that fails, at every step": ["test/e2e/deploy.test.ts"],
  "what the log says when everything fails": ["test/worker/log.test.ts"],
  "a database that another program holds locked": ["test/e2e/locked-database.test.ts"],
  "a full disk below the local server": ["test/e2e/full-disk.test.ts"],
  "a clock that jumps": ["test/worker/clock.test.ts"],
  "a publication cut off at every step": ["test/worker/desk-distribution.test.ts"],
  "ledgers and records that poison": [
    "test/worker/poisoned-imports.test.ts",
    "test/unit/worker/domain/published/poisoned-ledgers.test.ts",
  ],
  "who may: address × method × sender": ["test/worker/who-may.test.ts"],
  "forged assertions, wrong settings of Access": ["test/worker/access.test.ts"],
  "caches, bodies, schedules, shapes": ["test/worker/attacks.test.ts"],
  "data of an older schema, and back": ["test/worker/older-schema.test.ts"],
  "one isolate's memory": ["test/worker/answer-memory.test.ts", "test/e2e/isolate-memory.test.ts"],
  "markup through every string and address": ["test/e2e/markup.test.ts"],
  "too many requests": ["test/worker/rate-limits.test.ts"],
  "hostile answers to the element": ["test/widget/hostile.test.ts", "test/widget/history-answers.test.ts"],
  "texts that take long to read": [
    "test/unit/worker/desk/long-cells.test.ts",
    "test/unit/test/architecture/regexes.test.ts",
  ],
};
