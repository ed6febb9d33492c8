import { pathToFileURL } from "node:url";
import { isNode, type SourceFile, type SyntaxNode, syntaxOf } from "./source.ts";

export interface Regex {
  readonly pattern: string;
  readonly flags: string;
}

/**
 * Regular expressions that a file composes from pieces when it is loaded: it is loaded here, with a constructor that
 * takes note of them.
 * @returns those of the files that it imports for the first time, too
 */
export async function composedRegexes(root: string, { path }: SourceFile): Promise<Regex[]> {
  const noted: Regex[] = [];
  const Usual = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Usual, {
    construct(target, pieces, called) {
      const regex: RegExp = Reflect.construct(target, pieces, called);
      noted.push({ pattern: regex.source, flags: regex.flags });
      return regex;
    },
  });
  try {
    await import(pathToFileURL(`${root}/${path}`).href);
  } finally {
    globalThis.RegExp = Usual;
  }
  return noted;
}

/** Where a file composes one: when it is loaded, and each time that something is called. */
export function composedIn(file: SourceFile): { loading: SyntaxNode[]; calling: SyntaxNode[] } {
  const nodes = syntaxOf(file);
  const bodies = nodes.filter(({ type }) => type.includes("Function"));
  const composed = nodes.filter(isComposed);
  const isCalled = ({ start }: SyntaxNode) =>
    bodies.some((body) => body.start <= start && start < Number(body.end));
  return {
    loading: composed.filter((node) => !isCalled(node)),
    calling: composed.filter(isCalled),
  };
}

function isComposed({ type, callee }: SyntaxNode): boolean {
  if (type !== "NewExpression" && type !== "CallExpression") return false;
  return isNode(callee) && callee.type === "Identifier" && callee.name === "RegExp";
}
