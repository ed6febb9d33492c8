import { EmbedQuery, Oembed, OembedQuery } from "../contract/embed.ts";
import type { Summary } from "../contract/summary.ts";
import { hasDrawing, layoutOf } from "../embed/fragment/look.ts";
import { comparisonSize } from "../embed/frame/comparison-height.ts";
import { counterSize } from "../embed/frame/counter-height.ts";
import { oembedOf, oembedXml } from "../embed/frame/oembed.ts";
import { fittingLayout } from "../embed/frame/size.ts";
import { thumbnailOf } from "../embed/frame/thumbnail.ts";
import { xmlText } from "../http/xml-text.ts";
import { placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import type { Scene } from "../reading/scene.ts";
import { compareShown, isComparison, refuseShown } from "../reading/shown-comparison.ts";
import { summarise } from "../reading/summarise.ts";
import { comparisonTitle, titleText } from "../wording/index.ts";

const XML = "text/xml; charset=utf-8";

export const oembed = reading({
  path: "/oembed",
  summary: "How to embed an address of this deployment: oEmbed 1.0",
  description:
    "For content management systems that turn a pasted address into an embed. `html` is a frame of the right size, which needs no script on the page around it. Unknown parameters are ignored, since consumers add their own. An address that isn't an embed's is answered with 404, a format other than `json` and `xml` with 501.",
  query: OembedQuery,
  example: "url=/embed?offence=awol&maxwidth=480",
  contentType: "application/json",
  formats: { xml: XML },
  response: Oembed,
  shared: true,
  followsCurrent: true,
  namesHost: true,
  about: ({ url }, origin) => embedAt(url, origin),
  answer({ url, format, maxwidth, maxheight, dnt }, scene) {
    const query = embedAt(url, scene.origin);
    if (!query || refuseShown(query, scene).length > 0)
      return { failure: { kind: "not-found", what: `embed at ${url}` } };
    if (format !== "json" && format !== "xml") {
      return { failure: { kind: "not-implemented", asked: format, offered: "json, xml" } };
    }
    const room = {
      width: maxwidth ?? Number.POSITIVE_INFINITY,
      height: maxheight ?? Number.POSITIVE_INFINITY,
    };
    const layout = fittingLayout(query, room);
    const shown = layout === (query.layout ?? "card") ? query : { ...query, layout };
    const { answer: told, title } = toldIn(query, scene);
    const size =
      "against" in told
        ? comparisonSize(told, room)
        : counterSize(headed(told, shown), layoutOf(shown, told.theme), hasDrawing(shown, told), room);
    const frame = oembedOf(shown, told, scene.origin, size, title, dnt !== undefined);
    const answer = { ...frame, ...thumbnailOf(told, query, scene.origin, room) };
    return format === "xml" ? xmlText(oembedXml(answer)) : answer;
  },
});

/** With the heading that the address asks for, if it asks for one. */
function headed(answer: Summary, { heading }: EmbedQuery): Summary {
  return heading === undefined ? answer : { ...answer, text: { ...answer.text, heading } };
}

function toldIn(query: EmbedQuery, scene: Scene) {
  if (isComparison(query)) {
    const answer = compareShown(query, scene);
    return { answer, title: comparisonTitle(answer, placeNames(answer.text.lang)) };
  }
  const answer = summarise(query, scene);
  return { answer, title: titleText(answer, placeNames(answer.text.lang)) };
}

/** What a page gathers on its way beside its own parameters is left aside. */
const Shared = EmbedQuery.strip();

/** The question of an embed, or of the demo page; null: the address is neither. */
function embedAt(url: string, origin: string): EmbedQuery | null {
  const address = URL.parse(url, origin);
  if (address?.host !== new URL(origin).host || !/^https?:$/.test(address.protocol)) return null;
  const parameters = Object.fromEntries(address.searchParams);
  if (address.pathname === "/embed") return Shared.safeParse(parameters).data ?? null;
  if (address.pathname !== "/") return null;
  const { lang, scheme } = parameters;
  return Shared.safeParse({ ...(lang && { lang }), ...(scheme && { "color-scheme": scheme }) }).data ?? null;
}
