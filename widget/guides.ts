import { readFileSync } from "node:fs";
import { Marked, type Tokens } from "marked";
import type { Plugin } from "vite";

/** The guides that are served as pages, by the name of their file, in the order in which they are listed. */
export const GUIDES = [
  { name: "publishers", about: "Put the counter on a page: a line of HTML, a frame, a picture, an address." },
  { name: "editors", about: "Make it look like your paper, in the studio." },
  { name: "api", about: "Use the numbers: JSON and CSV, with their types and sources." },
  { name: "desk", about: "Import, check, publish, correct and go back, for the data desk." },
  {
    name: "automation",
    about: "Let the number keep itself current: watched tables, held editions, notices.",
  },
  { name: "operators", about: "Run a deployment." },
  { name: "security", about: "What is stored, what isn’t, and who may do what." },
  { name: "proof", about: "What was claimed, tried and missed, and how to try it again." },
  { name: "benchmarks", about: "How fast it is, and how that was measured." },
] as const;

/** Where the deployment's own address comes in; the Worker puts it there. */
const HOST = "https://HOST";

/**
 * The project's guides (`docs/*.md`) as pages under `/guides/`. Links between them lead to each other; one to a file that
 * isn't a page here becomes its words. Snippets keep `https://HOST`, for which the Worker puts its own address.
 */
export function guides(docs: string): Plugin {
  return {
    name: "guides",
    generateBundle() {
      const titles = new Map<string, string>();
      for (const { name, about } of GUIDES) {
        const text = readFileSync(`${docs}/${name}.md`, "utf8");
        const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
        titles.set(name, title);
        this.emitFile({
          type: "asset",
          fileName: `guides/${name}.html`,
          source: page(title, about, `<article class="guide">${bodyOf(text)}</article>`),
        });
      }
      const list = GUIDES.map(
        ({ name, about }) => `<li><a href="/guides/${name}">${titles.get(name)}</a><p>${about}</p></li>`,
      ).join("\n");
      const source = page(
        "Guides",
        "How to use the counter, its numbers and its studio.",
        `<h1>Guides</h1><ul class="guides">${list}</ul>`,
      );
      this.emitFile({ type: "asset", fileName: "guides/index.html", source });
    },
  };
}

function bodyOf(text: string): string {
  const seen = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} id="${idOf(words, seen)}">${words}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const to = addressOf(href);
        return to === null ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
      table(token: Tokens.Table) {
        // A head without words heads nothing.
        const cell = (tag: string, words: string) => `<${tag}>${words}</${tag}>`;
        const row = (cells: Tokens.TableCell[], tag: string) =>
          `<tr>${cells.map(({ text: words, tokens }) => cell(words ? tag : "td", this.parser.parseInline(tokens))).join("")}</tr>`;
        const body = token.rows.map((cells) => row(cells, "td")).join("\n");
        return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>`;
      },
      code({ text: code }: Tokens.Code) {
        return `<pre tabindex="0"><code>${escaped(code)}</code></pre>\n`;
      },
      image({ text: words }: Tokens.Image) {
        return escaped(words);
      },
    },
  });
  return marked.parse(text, { async: false });
}

/** As GitHub names a heading, so that links hold in both places. */
function idOf(words: string, seen: Map<string, number>): string {
  const id = words
    .replace(/<[^<>]+>|&#?\w+;/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
  const times = seen.get(id) ?? 0;
  seen.set(id, times + 1);
  return times === 0 ? id : `${id}-${times}`;
}

function addressOf(href: string): string | null {
  const [, name = "", hash = ""] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (name) return GUIDES.some((guide) => guide.name === name) ? `/guides/${name}${hash}` : null;
  if (/^(https?:|#|\/)/.test(href)) return href.replace(HOST, "");
  return null;
}

function page(title: string, about: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · desertion-stats</title>
<meta name="description" content="${escaped(about)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/docs.css">
<link rel="stylesheet" href="/guides.css">
</head>
<body>
<a class="skip" href="#content">Skip to the guide</a>
<header class="masthead">
<p class="name"><a href="/">desertion-stats</a></p>
<p><a href="/guides/">Guides</a> · <a href="/studio">Studio</a> · <a href="/docs">Reference</a> · <a href="/methodology">Methodology</a></p>
</header>
<main id="content">${body}</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
