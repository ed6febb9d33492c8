import { readFileSync } from "node:fs";

const GUIDE = readFileSync("docs/publishers.md", "utf8");

/** The code blocks of the publishers' guide in one language, as they stand there. */
export function snippets(language: string): string[] {
  const blocks = GUIDE.matchAll(new RegExp(`^( *)\`\`\`${language}\n(.*?)^ *\`\`\`$`, "gms"));
  return [...blocks].map(([, indent = "", code = ""]) => code.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
}

/** The snippet of the guide's first section: what a publisher pastes. */
export function firstSnippet(): string {
  const [snippet] = snippets("html");
  if (!snippet) throw new Error("docs/publishers.md has no snippet.");
  return snippet;
}
