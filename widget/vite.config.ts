import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import { guides } from "./guides.ts";
import { TARGETS } from "./oldest-browsers.ts";
import { gzippedSize, weigh } from "./weigh.ts";
import { youngNames } from "./young-names.ts";

// Also when a test starts the build: otherwise Lit's development version would be taken.
process.env.NODE_ENV = "production";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * The element with Lit, gzipped: with its headers less than the first flight of a new connection, ten packets
 * (RFC 6928) or 14,600 bytes, so that a reader on the slowest line needn't wait for a second one. The rest is for the
 * answer's headers (262 bytes in HPACK, docs/decisions/0001-dependencies.md), its frames and the record of TLS.
 */
const BUDGET_BYTES = 14_320;
/**
 * What the element loads later, by the names of its scripts. Together 48 KB come when a reader opens the history: at
 * once the glance, in a first flight as well, then Chart.js, as far as a line needs it, and the panel. The comparison comes
 * with an answer that is one, what a theme asks for beyond the first choices with one that asks for it.
 */
const LATER_BUDGETS_BYTES: Readonly<Record<string, number>> = {
  glance: 2048,
  history: 46 * 1024,
  compare: 3 * 1024,
  look: 3 * 1024,
};

/**
 * Beside the evergreen `embed/v1.js`, the same bytes under a name that never changes its content, and a manifest
 * with which a publisher can pin them (`integrity`). Fails the build over budget.
 */
function embed(version: string): Plugin {
  return {
    name: "embed",
    generateBundle: {
      // Vite itself still writes into scripts that load others.
      order: "post",
      async handler(_, bundle) {
        const script = bundle["embed/v1.js"];
        if (script?.type !== "chunk") throw new Error("The build made no embed/v1.js.");
        if (script.imports.length > 0)
          throw new Error(`embed/v1.js must stand alone; it imports ${script.imports}.`);
        const later = loadedLater(script, bundle);

        const budgets = [
          { chunk: script, budget: BUDGET_BYTES },
          ...later.map((chunk) => ({ chunk, budget: LATER_BUDGETS_BYTES[chunk.name] ?? 0 })),
        ].map((one) => ({ ...one, ...weigh(one.chunk.code, one.chunk.modules) }));
        // After Vite's own pass: it drops 7 KB of unused classes of Chart.js that Vite keeps, and 1 % of the element.
        // Before, blanks that indent the element's templates: in HTML a new line is as good as many blanks, and between
        // its blocks as none.
        script.code = script.code.replace(/>\n\s+(?=[<$])/g, ">").replace(/\n\s+/g, "\n");
        for (const chunk of [script, ...later]) {
          chunk.code =
            (
              await minify(chunk.code, {
                module: true,
                ecma: 2020,
                compress: { passes: 3, keep_fargs: false, lhs_constants: false },
              })
            ).code ?? chunk.code;
        }
        const hash = createHash("sha256").update(script.code).digest("hex").slice(0, 8);
        const file = `desertion-stats-${version}-${hash}.js`;
        const manifest = {
          version,
          file,
          ...accountOf(script.code),
          later: later.map(({ fileName, code }) => ({
            file: fileName.replace("embed/", ""),
            ...accountOf(code),
          })),
        };
        this.emitFile({ type: "asset", fileName: `embed/${file}`, source: script.code });
        this.emitFile({
          type: "asset",
          fileName: "embed/manifest.json",
          source: `${JSON.stringify(manifest, null, 2)}\n`,
        });
        for (const { chunk, budget, ours } of budgets) {
          const { fileName, code } = chunk;
          const whole = gzippedSize(code);
          if (whole > budget)
            this.error(`${fileName} is ${whole} bytes gzipped, ${whole - budget} more than its ${budget}.`);
          for (const { name, place, lacking } of youngNames(code))
            this.error(`${fileName} uses ${name}, which ${lacking.join(", ")} lack: ${place}`);
          this.info(`${fileName} is ${whole} bytes gzipped of ${budget}; ${ours} of them ours.`);
        }
      },
    },
  };
}

/** The scripts that one loads by `import()`, and they in their turn. Each has to stand alone. */
function loadedLater(
  { dynamicImports }: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
): Rolldown.OutputChunk[] {
  return dynamicImports.flatMap((name) => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || chunk.imports.length > 0)
      throw new Error(`${name} is loaded later, so it must stand alone.`);
    return [chunk, ...loadedLater(chunk, bundle)];
  });
}

/** What a publisher needs to pin a script, and to know what it weighs. */
function accountOf(code: string) {
  const bytes = Buffer.from(code);
  return {
    integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
    size_gzip: gzippedSize(code),
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

/**
 * What loads later is imported by nothing but `import()`. Vite's helper around it would dispatch `vite:preloadError` on
 * the publisher's `window` and could put a `<link>` into the page's head: neither is a guest's to do, and there is
 * nothing to load first.
 */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    configResolved({ plugins }) {
      const helper = plugins.find(({ name }) => name === "native:import-analysis-build");
      if (!helper) throw new Error("Vite wraps import() by another plugin now: see plainImports().");
      helper.applyToEnvironment = () => false;
    },
  };
}

const { version } = JSON.parse(readFileSync(path("../package.json"), "utf8")) as { version: string };

/** Everything that is served as a file: the element and the pages. */
export default defineConfig({
  root: path("pages"),
  plugins: [plainImports(), include(), blockRendering(), embed(version), guides(path("../docs"))],
  build: {
    outDir: path("../dist/site"),
    emptyOutDir: true,
    target: TARGETS,
    modulePreload: false,
    reportCompressedSize: false,
    license: { fileName: "embed/licenses.md" },
    rolldownOptions: {
      input: {
        page: path("pages/index.html"),
        "embed/v1": path("stats/index.ts"),
        "embed/frame": path("pages/frame.ts"),
        "embed/fragment": path("stats/styles/fragment.css"),
        "embed/compare": path("compare/styles/compare.css"),
      },
      preserveEntrySignatures: "exports-only",
      output: {
        // There are no others than those that the element loads later.
        chunkFileNames: "embed/[name]-[hash].js",
        // The Worker takes the styles of its fragment from here, by their name.
        assetFileNames: ({ names }) =>
          names.some((name) => name.startsWith("embed/"))
            ? "[name][extname]"
            : "assets/[name]-[hash][extname]",
        entryFileNames: ({ name }) => (name.startsWith("embed/") ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
