import { parseAst } from "vite";
import { tooOldFor, tooOldForLanguage } from "./oldest-browsers.ts";
import type { Young } from "./young-interfaces.ts";

interface Syntax {
  type: string;
  start: number;
  end: number;
  name?: string;
  computed?: boolean;
  callee?: Syntax;
  object?: Syntax;
  property?: Syntax;
  regex?: { flags: string };
}

/**
 * What a built script uses that the oldest browsers lack, as far as names alone tell it, since the packages in it have
 * lost their types: a method that no type of the language had then, one of a named type, what is made by `new`, the
 * flag of a regular expression. `young-interfaces.ts` sees more of our own files.
 */
export function youngNames(code: string): Young[] {
  const found: Young[] = [];
  const tell = ({ start, end }: Syntax, name: string, lacking: readonly string[] | null) => {
    if (lacking?.length) found.push({ place: code.slice(Math.max(0, start - 40), end + 20), name, lacking });
  };
  walk(parseAst(code) as unknown as Syntax, (node) => {
    const { type, callee, regex } = node;
    if (type === "CallExpression" && callee?.object && !callee.computed) tell(node, ...calledOn(callee));
    if (type === "NewExpression" && callee?.name) tell(node, callee.name, tooOldFor(callee.name));
    if (regex?.flags.includes("v")) tell(node, "RegExp v", tooOldFor("unicodeSets", "RegExp"));
  });
  return found;
}

function calledOn({ object, property }: Syntax): [name: string, lacking: readonly string[] | null] {
  const name = property?.name ?? "";
  const owner = object?.name ?? "";
  const named = tooOldFor(name, owner);
  if (named) return [`${owner}.${name}`, named];
  // A class's own methods may have any name.
  return [name, object?.type === "ThisExpression" ? null : tooOldForLanguage(name)];
}

function walk(node: Syntax, visit: (node: Syntax) => void): void {
  visit(node);
  for (const child of Object.values(node).flat()) {
    if (child && typeof child === "object" && typeof child.type === "string") walk(child, visit);
  }
}
