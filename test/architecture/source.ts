import { globSync, readFileSync } from "node:fs";
import { parseSync } from "vite";

/** A TypeScript file of the project; `path` is relative to the top level, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A node of the ESTree that Vite's parser gives. `start` is an offset into the text. */
export interface SyntaxNode {
  type: string;
  start: number;
  [property: string]: unknown;
}

/** Every TypeScript file under the given folders, without generated declarations. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  return globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  )
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".d.ts"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}

const trees = new WeakMap<SourceFile, readonly SyntaxNode[]>();

/** Every node of a file's syntax tree, parents before children. Comments aren't nodes. Each file is parsed once. */
export function syntaxOf(file: SourceFile): readonly SyntaxNode[] {
  const known = trees.get(file) ?? parse(file);
  trees.set(file, known);
  return known;
}

function parse(file: SourceFile): readonly SyntaxNode[] {
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error) throw new Error(`${file.path} can't be parsed: ${error.message}`);
  return [...within(program)];
}

/** `path:line` of a node, as editors and terminals link it. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split("\n").length}`;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function* within(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* within(item);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* within(child);
  }
}
