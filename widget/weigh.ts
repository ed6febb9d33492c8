import { gzipSync } from "node:zlib";
import { minifySync } from "vite";

/** What a bundler rendered of a script's modules, by their paths, before it minified the whole. */
export type Modules = Readonly<Record<string, { readonly code: string | null }>>;

/** Sizes of a script, gzipped. */
export interface Weight {
  whole: number;
  /** The whole without what its packages would weigh alone, minified as well: what our own code makes readers load. */
  ours: number;
}

export function weigh(script: string, modules: Modules): Weight {
  const packages = Object.entries(modules)
    .filter(([path]) => path.includes("/node_modules/"))
    .map(([, { code }]) => code ?? "")
    .join("\n");
  const whole = gzippedSize(script);
  return { whole, ours: packages ? whole - gzippedSize(shortened(packages)) : whole };
}

export function gzippedSize(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

/** Nothing is left out: what is unused here, our modules use. */
function shortened(code: string): string {
  return minifySync("packages.js", code, { module: true, compress: false, mangle: { toplevel: true } }).code;
}
