import { html, raw } from "hono/html";
import type { CompareBody } from "../../contract/compare.ts";
import type { MirrorMark } from "../../contract/mirror.ts";
import type { Summary } from "../../contract/summary.ts";

/** Shows what is hidden once the copy is older than it should be; nothing else in the page needs a script. */
const OVERDUE = `for (const line of document.querySelectorAll("[data-due]")) line.hidden = Date.parse(line.dataset.due) > Date.now();`;

interface PageView {
  answer: Summary | CompareBody;
  mark: MirrorMark;
}

/**
 * A frame's page that needs nothing but itself: the rendered counter, its styles, and the script that tells its height.
 * @param fragment the counter, as the deployment renders it for an include
 * @param frameScript the deployment's own `/embed/frame.js`
 */
export function mirroredFrame({ answer, mark }: PageView, fragment: string, frameScript: string): string {
  const { text, edition } = answer;
  return `${html`<!doctype html>
<html lang="${text.lang}" dir="${text.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.heading}</title>
<meta name="description" content="${text.sentence}">
<meta name="desertion-stats:edition" content="${edition.id}">
<meta name="desertion-stats:due" content="${mark.due_at}">
<link rel="icon" href="data:,">
<style>body { margin: 0; background: #fff; color: #161616; font: 1rem/1.4 sans-serif } .overdue { margin: .5em .75em }</style>
<base target="_blank">
</head>
<body>
<main>${raw(withoutService(fragment))}</main>
<p class="overdue" data-due="${mark.due_at}" hidden><strong>${mark.overdue}</strong></p>
<script type="module">${raw(`${OVERDUE}\n${frameScript.replaceAll("</script", "<\\/script")}`)}</script>
</body>
</html>`}\n`;
}

/** The service can't be reached from where a mirror is read: no link leads there, and no script is told to ask it. */
function withoutService(fragment: string): string {
  return fragment.replace(/ src="[^"]*"/, "").replace(/<a part="history"[^>]*>[^<]*<\/a>/, "");
}

interface IndexView {
  edition: Summary["edition"];
  mark: MirrorMark;
  /** Relative addresses. */
  files: readonly string[];
}

/** What is in the folder, of which edition, and how to use it. */
export function mirrorIndex({ edition, mark, files }: IndexView): string {
  const lines = `<script type="module" src="embed/v1.js"></script>\n<desertion-stats>…</desertion-stats>`;
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>desertion-stats: a copy of edition ${edition.id}</title>
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<style>body { font: 1rem/1.5 sans-serif; margin: 2em auto; max-width: 44em; padding: 0 1em } code, pre { overflow-wrap: anywhere; white-space: pre-wrap }</style>
</head>
<body>
<h1>desertion-stats: a copy</h1>
<p>Of edition <strong>${edition.id}</strong>, published ${edition.published_at}, at <a href="${mark.from}">${mark.from}</a>. Made ${mark.made_at}; a newer one is due by ${mark.due_at}.</p>
<p data-due="${mark.due_at}" hidden><strong>This copy is overdue.</strong></p>
<pre>${lines}</pre>
<desertion-stats><a href="embed/any.week.default.html">The counter as a page</a></desertion-stats>
<ul>${files.map((file) => html`<li><a href="${file}">${file}</a></li>\n`)}</ul>
<script type="module" src="embed/v1.js"></script>
<script type="module">${raw(OVERDUE)}</script>
</body>
</html>`}\n`;
}
