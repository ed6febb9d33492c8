import { build } from "vite";

/** What the publisher's own bundler brings, once for the whole page. */
const EXTERNAL = /^(lit|@lit\/|chart\.js)/;

/** Builds the package's modules into `out`, readable, and names the packages that they import. */
export async function writeScripts(out: string): Promise<string[]> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: out,
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      // A text in a module is out of sight of the publisher's own minifier.
      cssMinify: true,
      lib: {
        entry: { index: "widget/package/src/index.ts", element: "widget/package/src/element.ts" },
        formats: ["es"],
      },
      rolldownOptions: { external: EXTERNAL, output: { chunkFileNames: "internal/[name].js" } },
    },
  });
  const outputs = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const imported = outputs.flatMap((file) =>
    file.type === "chunk" ? [...file.imports, ...file.dynamicImports] : [],
  );
  const packages = imported.filter((name) => EXTERNAL.test(name)).map(packageOf);
  return [...new Set(packages)].sort();
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
