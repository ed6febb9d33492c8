import { firstSnippet, snippets } from "../../e2e/guide.ts";

/** What a publisher can put into an article to show the number, each as they would write it. */
export interface Way {
  name: string;
  /** What stands in the article. @param service origin of the deployment @param own origin of the publisher */
  html(service: string, own: string): string;
  /** Runs in the page, and in each frame of it: whether the reader has the number in front of them. */
  isShown(): boolean;
}

/** As the guide for publishers has it. */
export const ELEMENT: Way = {
  name: "desertion-stats",
  html: (service) => firstSnippet().replaceAll("https://HOST", service),
  isShown: () =>
    !!document.querySelector("desertion-stats")?.shadowRoot?.querySelector("[part~=number]")?.textContent,
};

/** As the guide says for a counter at the top of a page: the number is asked for while the script is on its way. */
export const AHEAD: Way = {
  name: "desertion-stats, asked ahead",
  html(service, own) {
    const [lines = ""] = snippets("html").filter((one) => one.includes('rel="preload"'));
    const [, ...tag] = ELEMENT.html(service, own).split("\n");
    return [lines.replaceAll("https://HOST", service), ...tag].join("\n");
  },
  isShown: ELEMENT.isShown,
};

/** A counter by hand, as Chart.js's own guide begins: everything registered, in one bundle. */
export const CHARTJS: Way = {
  name: "Chart.js by hand",
  html: (service, own) =>
    `<p><b id="number"></b> <span id="label"></span></p><div><canvas id="chart"></canvas></div>
<script type="module" src="${own}/counter.js" data-service="${service}"></script>`,
  isShown: () => !!document.querySelector("#number")?.textContent,
};

export const CHARTJS_FRAME: Way = {
  name: "the same in a frame",
  html: (_, own) =>
    `<iframe src="${own}/counter.html" width="600" height="400" style="border: 0" title="Convictions"></iframe>`,
  isShown: CHARTJS.isShown,
};

export const PICTURE: Way = {
  name: "picture",
  html: (service) =>
    `<img src="${service}/v1/card.png?lang=en" width="600" height="315" alt="Convictions a week">`,
  isShown: () => !!document.querySelector("img")?.complete,
};

/** Shows no number: an embed that is known to be light, from its poster to the moment that it can be pressed. */
export const LITE_YOUTUBE: Way = {
  name: "lite-youtube-embed",
  html: (_, own) =>
    `<link rel="stylesheet" href="${own}/lite-yt-embed.css">
<script type="module" src="${own}/lite-yt-embed.js"></script>
<lite-youtube videoid="none" style="background-image: url('${own}/poster.jpg')"></lite-youtube>`,
  isShown: () => !!document.querySelector("lite-youtube .lty-playbtn"),
};

/** The article without any of them. */
export const NOTHING: Way = {
  name: "nothing",
  html: () => "",
  isShown: () => document.readyState === "complete",
};

export const WAYS = [ELEMENT, AHEAD, CHARTJS, CHARTJS_FRAME, PICTURE, LITE_YOUTUBE];

/** An article with an embed in its first screen, as newspapers have it. */
export function article(embed: string): string {
  const paragraph = `<p>${"The court heard the case in closed session, and the verdict was read out on the same day. ".repeat(6)}</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width">
<style>body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 18px/1.5 Georgia, serif }</style></head>
<body><h1>Soldiers before the courts</h1>${paragraph}${embed}${paragraph.repeat(8)}</body></html>`;
}
