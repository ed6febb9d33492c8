import { CardQuery, sizeOf } from "../contract/card.ts";
import { cardSvg } from "../embed/card/card.ts";
import { reading } from "./reading.ts";
import { summarise } from "./summary.ts";

export const cardAsSvg = reading({
  path: "/v1/card.svg",
  summary: "The counter as a picture: SVG",
  description:
    "Heading, number, what it counts, the weekly series and the source, drawn as print: for pages without scripts, newsletters, slides. `<title>` is the whole statement, `<desc>` the drawing in words. All that stands in the summary's `status` stands in the picture, too.",
  query: CardQuery,
  example: "offence=awol&lang=uk&scheme=dark",
  contentType: "image/svg+xml; charset=utf-8",
  response: "An SVG picture",
  headers: { "Content-Security-Policy": "default-src 'none'; frame-ancestors *" },
  followsCurrent: true,
  answer: ({ size, scheme, ...query }, scene) => cardSvg(summarise(query, scene), sizeOf(size), scheme),
});
