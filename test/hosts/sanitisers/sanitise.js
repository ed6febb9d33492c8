/** What each sanitiser leaves of the HTML on standard input, as it is set by default; prints JSON. */
import { readFileSync } from "node:fs";
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import rehypeParse from "rehype-parse";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import sanitizeHtml from "sanitize-html";
import { unified } from "unified";
import { filterXSS } from "xss";

const html = readFileSync(0, "utf8");
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify);
const left = {
  DOMPurify: createDOMPurify(new JSDOM("").window).sanitize(html),
  "sanitize-html": sanitizeHtml(html),
  "rehype-sanitize": String(rehype.processSync(html)),
  xss: filterXSS(html),
};
console.log(JSON.stringify(left));
