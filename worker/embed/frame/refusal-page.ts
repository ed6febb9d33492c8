import { html, raw } from "hono/html";
import type { Lang } from "../../contract/terms.ts";
import type { Reason } from "../../wording/language/refusal-text.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { REFUSALS } from "../../wording/refusals.ts";

/** A question without an answer, as its page tells of it. */
export interface RefusalView {
  lang: Lang;
  reason: Reason;
  /** Where an earlier edition was asked for that there isn't. */
  editions: { asked: string; first: string } | null;
  /** Where the current number is; null: not known. */
  current: string | null;
  /** What is wrong and what to do, in English, for whoever made the address. */
  details: string;
}

/** Tells the page around a frame how high it is; a page of its own has nobody to tell. */
const FRAME_SCRIPT = raw(`<script type="module" src="/embed/frame.js"></script>\n`);

/** A page instead of the counter: for readers in a sentence of theirs, for whoever embedded it in the service's. */
export function refusalPage(
  { lang, reason, editions, current, details }: RefusalView,
  stands: "framed" | "alone",
): string {
  const text = REFUSALS[lang];
  const said = text.reasons[reason]
    .replace("{asked}", () => editions?.asked ?? "")
    .replace("{first}", () => editions?.first ?? "");
  return `${html`<!doctype html>
<html lang="${lang}" dir="${LANGUAGES[lang].dir}" class="host">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/embed/frame.css">
${stands === "framed" ? FRAME_SCRIPT : ""}<base target="_blank">
</head>
<body>
<main class="refusal">
<p><strong>${text.title}</strong></p>
<p>${said}</p>
${current ? html`<p><a href="${current}" rel="noopener">${text.current}</a></p>\n` : ""}<details><summary>${text.details}</summary><p lang="en" dir="ltr">${details}</p></details>
</main>
</body>
</html>`}\n`;
}

/**
 * The same where a server includes it into a page of its own: readers see nothing, whoever looks into the page's
 * source sees why. What would end a comment can't stand in it.
 */
export function refusalComment({ details }: Pick<RefusalView, "details">): string {
  return `<!-- desertion-stats: ${details.replace(/[<>]/g, "").replace(/-{2,}/g, "-").replace(/-$/, "")} -->\n`;
}
