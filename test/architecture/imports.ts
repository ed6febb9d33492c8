import { posix } from "node:path";
import { isNode, placeOf, type SourceFile, type SyntaxNode, syntaxOf } from "./source.ts";

/** One `import`, `export … from`, `import("…")`, or `import("…")` within a type. */
export interface Import {
  from: string;
  /** `path:line` of the statement. */
  place: string;
  /** A file's path from the top level, or a package's name: `hono/cors` → `hono`, `node:fs` → `node:`. */
  to: string;
  target: "file" | "package";
  typesOnly: boolean;
}

const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** All imports of a file. A path that is computed can't be checked, so it is an error. */
export function importsOf(file: SourceFile): Import[] {
  return syntaxOf(file).flatMap((node) => {
    if (!IMPORTING.has(node.type) || !isNode(node.source)) return [];
    const place = placeOf(file, node);
    const { source } = node;
    if (source.type !== "Literal" || typeof source.value !== "string") {
      throw new Error(`${place} imports a computed path; write the path as a string`);
    }
    return [{ from: file.path, place, ...resolve(file.path, source.value), typesOnly: takesTypes(node) }];
  });
}

/** `import { type A }` still runs the imported file, so only whole statements count. */
function takesTypes(node: SyntaxNode): boolean {
  return node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type";
}

function resolve(from: string, specifier: string): Pick<Import, "to" | "target"> {
  if (!/^\.{1,2}\//.test(specifier)) return { to: packageName(specifier), target: "package" };
  const path = specifier.replace(/\?.*$/, "");
  return { to: posix.join(posix.dirname(from), path), target: "file" };
}

function packageName(specifier: string): string {
  const scheme = /^[a-z]+:/.exec(specifier);
  if (scheme) return scheme[0];
  const depth = specifier.startsWith("@") ? 2 : 1;
  return specifier.split("/").slice(0, depth).join("/");
}
