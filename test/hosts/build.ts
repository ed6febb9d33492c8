import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { build, type InlineConfig, type Plugin } from "vite";
import { compileScript, parse } from "vue/compiler-sfc";

export type HostPage = "react" | "vue" | "svelte" | "bundled";

/** Builds a publisher's page as the publisher would, with the service's origin for `https://HOST`; gives its folder. */
export async function buildHostPage(
  page: HostPage,
  service: string,
  elementPackage?: string,
): Promise<string> {
  const out = folder(page);
  await quietly({
    ...projectOf(page, service),
    // The page's files name each other by relative paths, so that it can be served from any folder.
    base: "./",
    resolve: {
      alias: elementPackage
        ? {
            "desertion-stats": resolve(elementPackage, "index.js"),
            // What a publisher's npm would have brought along.
            lit: resolve("node_modules/lit"),
            "chart.js": resolve("node_modules/chart.js"),
          }
        : {},
    },
    build: { outDir: out, emptyOutDir: true },
  });
  return out;
}

/** The same page as its server renders it: the script finds the markup and takes it over. Gives the folder. */
export async function buildRenderedPage(
  page: Exclude<HostPage, "bundled">,
  service: string,
): Promise<string> {
  const out = await buildHostPage(page, service);
  const server = folder(`${page}-server`);
  const entry = page === "react" ? "server.jsx" : "server.js";
  await quietly({
    ...projectOf(page, service),
    // It is run from a folder that has no packages.
    ssr: { noExternal: true },
    build: {
      ssr: resolve("test/hosts", page, entry),
      outDir: server,
      rolldownOptions: { output: { entryFileNames: "server.mjs" } },
    },
  });
  const { render } = (await import(pathToFileURL(join(server, "server.mjs")).href)) as {
    render: () => string | Promise<string> | { head: string; body: string };
  };
  const rendered = await render();
  const { head, body } = typeof rendered === "string" ? { head: "", body: rendered } : rendered;
  const index = join(out, "index.html");
  const html = readFileSync(index, "utf8")
    .replace("</title>", () => `</title>${head}`)
    .replace('<div id="app"></div>', () => `<div id="app">${body}</div>`);
  writeFileSync(index, html);
  return out;
}

function projectOf(page: HostPage, service: string): InlineConfig {
  return {
    root: resolve("test/hosts", page),
    plugins: [
      serviceAt(service),
      page === "vue" && vueComponents(),
      page === "svelte" && svelte({ configFile: false }),
    ],
  };
}

/** Another release of the element, which says that it is one: `customElements.get("desertion-stats").release`. */
export async function buildNextRelease(): Promise<string> {
  const out = folder("next-release");
  const mark: Plugin = {
    name: "next-release",
    transform: {
      filter: { id: /widget\/stats\/define\.ts$/ },
      handler: (code) => `${code}\nDesertionStats.release = "next";`,
    },
  };
  await quietly({ configFile: "widget/vite.config.ts", plugins: [mark], build: { outDir: out } });
  return out;
}

function folder(name: string): string {
  return mkdtempSync(join(tmpdir(), `desertion-stats-${name}-`));
}

async function quietly(config: InlineConfig): Promise<void> {
  // Else the frameworks would be those of the test's own mode.
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  await build({ configFile: false, logLevel: "error", ...config });
  if (mode !== undefined) process.env.NODE_ENV = mode;
}

function serviceAt(origin: string): Plugin {
  return {
    name: "service",
    enforce: "pre",
    transform: (code, id) => (id.includes("/test/hosts/") ? code.replaceAll("https://HOST", origin) : null),
    transformIndexHtml: { order: "pre", handler: (html) => html.replaceAll("https://HOST", origin) },
  };
}

const isCustomElement = (tag: string) => tag === "desertion-stats";

/** What Vue's own Vite plugin does with a component that has no styles, told that the tag is no component. */
function vueComponents(): Plugin {
  return {
    name: "vue-components",
    transform: {
      filter: { id: /\.vue$/ },
      handler(source, id, options) {
        const ssr = options?.ssr === true;
        const { descriptor } = parse(source, { filename: id, templateParseOptions: { isCustomElement } });
        return compileScript(descriptor, {
          id: createHash("sha256").update(id).digest("hex").slice(0, 8),
          inlineTemplate: true,
          templateOptions: { ssr, ssrCssVars: [], compilerOptions: { isCustomElement } },
        }).content;
      },
    },
  };
}
