import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { minifyStyles } from "./minify-styles.ts";
import { slenderLit } from "./slender-lit.ts";

// Also when a test starts the build: otherwise Lit's development version would be taken.
process.env.NODE_ENV = "production";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A reader on the slowest line still gets the element: Lit, styles and all, gzipped. */
const BUDGET_BYTES = 10 * 1024;

/**
 * Beside the evergreen `embed/v1.js`, the same bytes under a name that never changes its content, and a manifest
 * with which a publisher can pin them (`integrity`). Fails the build over budget.
 */
function embed(version: string): Plugin {
  return {
    name: "embed",
    generateBundle(_, bundle) {
      const script = bundle["embed/v1.js"];
      if (script?.type !== "chunk") throw new Error("The build made no embed/v1.js.");
      if (script.imports.length > 0)
        throw new Error(`embed/v1.js must stand alone; it imports ${script.imports}.`);

      const bytes = Buffer.from(script.code);
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
      const file = `desertion-stats-${version}-${hash}.js`;
      const integrity = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
      const size_gzip = gzipSync(bytes, { level: 9 }).length;

      this.emitFile({ type: "asset", fileName: `embed/${file}`, source: bytes });
      this.emitFile({
        type: "asset",
        fileName: "embed/manifest.json",
        source: `${JSON.stringify({ version, file, integrity, size_gzip }, null, 2)}\n`,
      });
      const account = `embed/v1.js is ${size_gzip} bytes gzipped of ${BUDGET_BYTES}`;
      if (size_gzip > BUDGET_BYTES) this.error(`${account}: ${size_gzip - BUDGET_BYTES} too many.`);
      this.info(`${account}.`);
    },
  };
}

/** `<!-- include file.html -->` stands for that file, so that each language's article is a file of its own. */
function include(): Plugin {
  return {
    name: "include",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html.replace(/<!-- include ([\w.-]+) -->/g, (_, file: string) =>
          readFileSync(path(`pages/${file}`), "utf8"),
        ),
    },
  };
}

/** The page's own script chooses its language and colours, so nothing is shown before it has run. */
function blockRendering(): Plugin {
  return {
    name: "block-rendering",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html.replace('<script type="module" crossorigin', '<script type="module" blocking="render"'),
    },
  };
}

const { version } = JSON.parse(readFileSync(path("../package.json"), "utf8")) as { version: string };

/** Everything that is served as a file: the element and the pages. */
export default defineConfig({
  root: path("pages"),
  plugins: [slenderLit(), minifyStyles(), include(), blockRendering(), embed(version)],
  build: {
    outDir: path("../dist/site"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: "embed/licenses.md" },
    rolldownOptions: {
      input: {
        page: path("pages/index.html"),
        "embed/v1": path("stats/index.ts"),
        "embed/frame": path("pages/frame.ts"),
      },
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: ({ name }) => (name.startsWith("embed/") ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
