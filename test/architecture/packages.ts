import type { Packages } from "./arrows.ts";

/** Which room may import which package; why each package is there is in docs/decisions/0001. */
export const PACKAGES: Packages = {
  /** A Worker and a reader's browser have no Node: only programs and the build's settings do. */
  "node:": ["cli", "widget/*", "widget/package"],
  "cloudflare:": ["index", "app", "routes", "embed", "store"],
  zod: [
    "contract",
    "http",
    "reading",
    "access",
    "routes",
    "desk",
    "store",
    "cli",
    "widget/package",
    "widget/studio",
  ],
  hono: [
    "app",
    "http",
    "reading",
    "access",
    "routes",
    "embed",
    "embed/card",
    "embed/fragment",
    "cli/static-copy",
  ],
  jose: ["access"],
  /** Its fonts with it: they are drawn into the picture. */
  "@resvg/resvg-wasm": ["embed/card"],
  "@expo-google-fonts/pt-sans": ["embed/card"],
  "@expo-google-fonts/pt-serif": ["embed/card"],
  "zod-openapi": ["routes"],
  "fastest-levenshtein": ["http"],
  "temporal-polyfill": ["domain"],
  "csv-parse": ["desk", "domain"],
  /** In `files/workbook.ts` alone, which comes when a workbook is read. */
  "read-excel-file": ["desk"],
  fflate: ["desk"],
  "csv-stringify": ["http", "cli"],
  commander: ["cli"],
  "cli-progress": ["cli"],
  "cli-table3": ["cli"],
  culori: ["widget/studio", "domain"],
  vite: ["widget/*", "widget/package"],
  "custom-elements-manifest": ["widget/package"],
  lit: ["widget/stats", "widget/history", "widget/studio", "widget/pages"],
  "chart.js": ["widget/history"],
};
