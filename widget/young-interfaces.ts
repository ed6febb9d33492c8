import type { Node } from "typescript/unstable/ast";
import {
  isBindingElement,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
} from "typescript/unstable/ast/is";
import { API, type Checker, type Symbol as TypeSymbol } from "typescript/unstable/sync";
import { tooOldFor, tooOldForAny } from "./oldest-browsers.ts";

/** What a script uses that an old browser hasn't got. */
export interface Young {
  /** `file:line`, or where the file is unknown, what stands there. */
  place: string;
  name: string;
  lacking: readonly string[];
}

/** Of types that the libraries write otherwise than MDN. */
const OWNERS: Readonly<Record<string, string>> = {
  ReadonlyArray: "Array",
  ReadonlyMap: "Map",
  ReadonlySet: "Set",
};

/**
 * All that our own files use of the browser and of the language which the oldest browsers lack. Types tell whose
 * member a name is: `size` of a Map is old, and of URLSearchParams young.
 *
 * @param config the TypeScript project of the files
 * @param files absolute paths
 */
export function youngInterfaces(config: string, files: readonly string[]): Young[] {
  const api = new API();
  try {
    const [project] = api.updateSnapshot({ openProject: config }).getProjects();
    if (!project) throw new Error(`${config} is no TypeScript project.`);
    return files.flatMap((file) => {
      const source = project.program.getSourceFile(file);
      if (!source) throw new Error(`${file} doesn't belong to ${config}.`);
      const symbols = namesOf(source).map((node) => ({ node, symbol: symbolAt(node, project.checker) }));
      return symbols.flatMap(({ node, symbol }) => {
        if (!symbol || !String(symbol.declarations[0]?.path).includes("/lib/lib.")) return [];
        const owner = ownerOf(node, symbol.getParent()?.name);
        const lacking = lackingFor(symbol.name, owner);
        if (lacking.length === 0) return [];
        const line = source.text.slice(0, node.end).split("\n").length;
        return [{ place: `${file}:${line}`, name: owner ? `${owner}.${symbol.name}` : symbol.name, lacking }];
      });
    });
  } finally {
    api.close();
  }
}

/** What a name stands for; in `{ size } = new URLSearchParams()` the property and not the variable. */
function symbolAt(node: Node, checker: Checker): TypeSymbol | undefined {
  const { parent } = node;
  if (!isBindingElement(parent) || !isObjectBindingPattern(parent.parent))
    return checker.getSymbolAtLocation(node);
  if (!isIdentifier(node) || node !== (parent.propertyName ?? parent.name)) return undefined;
  const type = checker.getTypeAtLocation(parent.parent);
  return type && checker.getPropertyOfType(type, node.text);
}

/** The type that a member belongs to. That of statics has no name of its own in the libraries: what stands before has. */
function ownerOf({ parent: place }: Node, parent: string | undefined): string | undefined {
  if (parent !== "__type") return parent && (OWNERS[parent] ?? parent.replace(/Constructor$/, ""));
  return isPropertyAccessExpression(place) && isIdentifier(place.expression) ? place.expression.text : parent;
}

function lackingFor(name: string, owner: string | undefined): readonly string[] {
  return tooOldFor(name, owner) ?? (owner ? tooOldForAny(name) : null) ?? [];
}

function namesOf(node: Node): Node[] {
  const found: Node[] = isIdentifier(node) ? [node] : [];
  node.forEachChild((child) => void found.push(...namesOf(child)));
  return found;
}
