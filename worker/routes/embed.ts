import { CACHE_CURRENT } from "../config.ts";
import { EmbedQuery, FragmentQuery } from "../contract/embed.ts";
import { comparisonShadow } from "../embed/fragment/comparison.ts";
import { counterShadow } from "../embed/fragment/fragment.ts";
import { rootWith, tagWith } from "../embed/fragment/shadow.ts";
import { framePage } from "../embed/frame/page.ts";
import { refusalComment, refusalPage } from "../embed/frame/refusal-page.ts";
import { placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import type { Scene } from "../reading/scene.ts";
import { compareShown, isComparison, refuseShown } from "../reading/shown-comparison.ts";
import { summarise } from "../reading/summarise.ts";
import { comparisonTitle, titleText } from "../wording/index.ts";
import { refusalView } from "./refusal.ts";

/**
 * Only this deployment's own files. In a frame whose sandbox takes its origin away, WebKit matches `'self'` with nothing,
 * so the origin is named beside it; `'self'` stays for a proxy that asks under another name. The policy says nothing of
 * `frame-ancestors`: any page may frame it, an app's too.
 */
function policy(origin: string): string {
  const own = `'self' ${origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `connect-src ${own}`,
    `img-src ${own} data:`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types desertion-stats",
  ].join("; ");
}

export const embed = reading({
  path: "/embed",
  summary: "The counter as a page for a frame",
  description:
    'For pages that allow no third-party scripts. It holds the element, posts its height to the page around it (`{ type: "desertion-stats:height", height }`, in pixels, and in the forms that WordPress, AMP, Iframely and Embedly expect), and is complete without JavaScript. It sets no cookies and works in `sandbox="allow-scripts"`.',
  query: EmbedQuery,
  example: "offence=awol&layout=strip&lang=uk",
  contentType: "text/html; charset=utf-8",
  response: "An HTML page",
  headers: (origin) => ({
    "Content-Security-Policy": policy(origin),
    // A page that is isolated from other origins takes no frame without it.
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Referrer-Policy": "strict-origin-when-cross-origin",
  }),
  shared: true,
  followsCurrent: true,
  namesHost: true,
  refusal: (failure, asked) => refusalPage(refusalView(failure, asked), "framed"),
  refuse: refuseShown,
  answer(query, scene) {
    const { answer, title, shadow } = shown(query, scene);
    return framePage({ query, answer, title, origin: scene.origin }, rootWith(shadow));
  },
});

export const fragment = reading({
  path: "/embed/fragment.html",
  summary: "The counter as HTML for a page that includes it on the server",
  description:
    "The element, rendered: a piece of HTML with declarative shadow DOM and its own styles, for ESI, SSI or a template. It is complete without JavaScript; if the page has the element's script, the script takes it over in place. It is read only while the page is parsed: inserted through `innerHTML`, it shows only its text.",
  query: FragmentQuery,
  example: "offence=awol&layout=strip&lang=uk",
  contentType: "text/html; charset=utf-8",
  response: "A piece of HTML",
  headers: {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
    // Servers that include it often ask with their reader's `Accept-Encoding`, and put what comes into the page as it is.
    "Cache-Control": `${CACHE_CURRENT}, no-transform`,
  },
  shared: true,
  followsCurrent: true,
  namesHost: true,
  refusal: (failure, asked) => refusalComment(refusalView(failure, asked)),
  refuse: refuseShown,
  answer(query, scene) {
    const { answer, shadow } = shown(query, scene);
    return tagWith({ query, answer, origin: scene.origin }, shadow);
  },
});

/** What is embedded: the answer, what it is called, and how it is drawn. */
function shown(query: EmbedQuery, scene: Scene) {
  const { origin } = scene;
  if (isComparison(query)) {
    const answer = compareShown(query, scene);
    const title = comparisonTitle(answer, placeNames(answer.text.lang));
    return { answer, title, shadow: comparisonShadow({ query, answer, origin }) };
  }
  const answer = summarise(query, scene);
  const title = titleText(answer, placeNames(answer.text.lang));
  return { answer, title, shadow: counterShadow({ query, answer, origin }) };
}
