import type { z } from "zod";
import { CardQuery, sizeOf } from "../contract/card.ts";
import { cardSvg } from "../embed/card/card.ts";
import { comparisonSvg } from "../embed/card/comparison.ts";
import { rasterise } from "../embed/card/png.ts";
import { xmlText } from "../http/xml-text.ts";
import { reading } from "../reading/reading.ts";
import type { Scene } from "../reading/scene.ts";
import { compareShown, isComparison, refuseShown } from "../reading/shown-comparison.ts";
import { summarise } from "../reading/summarise.ts";

export const cardAsSvg = reading({
  path: "/v1/card.svg",
  summary: "The counter as a picture: SVG",
  description:
    "Heading, number, what it counts, the weekly series and the source, drawn as in print: for pages without scripts, newsletters and slides. `<title>` is the whole statement, `<desc>` the chart in words. Everything in the summary's `status` is in the picture, too.",
  query: CardQuery,
  example: "offence=awol&lang=uk&scheme=dark",
  contentType: "image/svg+xml; charset=utf-8",
  response: "An SVG picture",
  headers: { "Content-Security-Policy": "default-src 'none'; frame-ancestors *" },
  shared: true,
  followsCurrent: true,
  refuse: refuseShown,
  answer: draw,
});

export const cardAsPng = reading({
  path: "/v1/card.png",
  summary: "The counter as a picture: PNG",
  description:
    "The same picture in pixels, for social networks (`og:image`), messengers and mail, which don't show SVG. Its words are in the summary's `text`: `sentence` is its alternative text.",
  query: CardQuery,
  example: "offence=awol&lang=uk&size=1080x1080",
  contentType: "image/png",
  response: "A PNG picture",
  shared: true,
  costly: "picture",
  followsCurrent: true,
  refuse: refuseShown,
  answer: (query, scene) => rasterise(draw(query, scene)),
});

function draw(
  { size, scheme, ground, letters, v: _, ...query }: z.output<typeof CardQuery>,
  scene: Scene,
): string {
  const svg = isComparison(query)
    ? comparisonSvg(compareShown(query, scene), sizeOf(size), scheme, ground, letters)
    : cardSvg(summarise(query, scene), sizeOf(size), scheme, ground, letters);
  // What was stored before control characters were refused must not break the picture.
  return xmlText(svg);
}
