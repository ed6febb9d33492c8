import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

process.env.NODE_ENV = "production";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * A mirror has no series to choose from: the history stays the larger drawing and the table that the element has by
 * itself, as where its script can't come. A comparison has none, since its history is a page of the service.
 */
function withoutHistory(): Plugin {
  return {
    name: "without-history",
    load: {
      filter: { id: /widget\/(history\/index|compare\/history-of)\.ts$/ },
      handler: (id) =>
        id.endsWith("history-of.ts")
          ? 'export const historyOf = () => "";'
          : 'export const showHistory = () => { throw new Error("A mirror has no series."); };',
    },
  };
}

/** The element for a mirror: one file, which asks the files beside it. */
export default defineConfig({
  root: path("mirror"),
  publicDir: false,
  plugins: [withoutHistory()],
  build: {
    outDir: path("../dist/mirror"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { v1: path("stats/index.ts") },
      transform: { inject: { fetch: [path("mirror/ask.ts"), "ask"] } },
      preserveEntrySignatures: "exports-only",
      output: { codeSplitting: false, entryFileNames: "[name].js" },
    },
  },
});
