import { isNode, placeOf, type SourceFile, type SyntaxNode, syntaxOf } from "./source.ts";

const SQL = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b/;

/** Where a file's strings and templates hold SQL. Words in comments don't count. */
export function sqlIn(file: SourceFile): string[] {
  return syntaxOf(file)
    .filter((node) => SQL.test(textOf(node)))
    .map((node) => `${placeOf(file, node)} holds SQL`);
}

/** A letter beyond ASCII, or one beside a blank: neither stands in a key (`at_least`), a tag or a path. */
const WORD = /(?!\p{ASCII})\p{L}|\p{L}\s|\s\p{L}/u;

/** Where a file's strings hold a word of a language. */
export function wordsIn(file: SourceFile): string[] {
  return syntaxOf(file)
    .filter((node) => WORD.test(textOf(node)))
    .map((node) => `${placeOf(file, node)} holds a word of a language`);
}

/** An attribute in markup, as Lit has it; `aria-disabled` is another one. */
const DISABLED = /(?<!aria-)\bdisabled(?==|$)/;

/** Where a file's markup disables a control, and so drops the focus of whoever has just pressed it. */
export function disabledIn(file: SourceFile): string[] {
  return syntaxOf(file)
    .filter((node) => node.type === "TemplateElement" && DISABLED.test(textOf(node)))
    .map((node) => `${placeOf(file, node)} disables a control`);
}

/** Where a file asks the world: the clock, chance, the network, the environment. */
export function effectsIn(file: SourceFile): string[] {
  return syntaxOf(file).flatMap((node) => {
    const effect = effectOf(node);
    return effect ? [`${placeOf(file, node)} uses ${effect}`] : [];
  });
}

const EFFECTS = new Set([
  "Date.now",
  "Math.random",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "performance.now",
  "Temporal.Now",
]);
const WORLD = new Set(["fetch", "env", "Env", "process", "caches", "navigator"]);

function effectOf(node: SyntaxNode): string | null {
  if (node.type === "MemberExpression") {
    const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return EFFECTS.has(member) ? member : null;
  }
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    const bare = Array.isArray(node.arguments) && node.arguments.length === 0;
    return bare && nameOf(node.callee) === "Date" ? "Date without an argument" : null;
  }
  return WORLD.has(nameOf(node)) ? nameOf(node) : null;
}

function nameOf(value: unknown): string {
  return isNode(value) && value.type === "Identifier" && typeof value.name === "string" ? value.name : "";
}

function textOf(node: SyntaxNode): string {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateElement") return "";
  const { value } = node;
  return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : "";
}
