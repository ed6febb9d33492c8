import { html } from "hono/html";
import type { EmbedQuery } from "../../contract/embed.ts";
import { chosen } from "./address.ts";
import type { Told } from "./told.ts";

/** What a frame has beside the question, and a picture hasn't. */
const LOOKS = ["chart", "heading", "color-scheme", "refresh", "lang"];
/** Of the picture, as networks show it (https://ogp.me). */
export const PICTURE = { width: 1200, height: 630 };

/** A page as it is shown where it is shared. */
export interface Preview {
  type: "website" | "article";
  /** Its one address. */
  page: string;
  title: string;
  description: string;
  /** Address of its picture, 1200 × 630. */
  picture: string;
  /** The picture in words. */
  alt: string;
}

/** What networks and messengers show of a page that is shared. */
export function sharedAs({ type, page, title, description, picture, alt }: Preview) {
  return html`<meta property="og:type" content="${type}">
<meta property="og:site_name" content="desertion-stats">
<meta property="og:url" content="${page}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:image" content="${picture}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${PICTURE.width}">
<meta property="og:image:height" content="${PICTURE.height}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image:alt" content="${alt}">
`;
}

/**
 * The same of a page that holds an answer. Networks keep a picture by its address, some for months; so the address names
 * the edition, and a newer one has another. The picture at it is the current one, so that an old link says how old its
 * number is.
 */
export function previewTags(answer: Told, query: EmbedQuery, origin: string, page: string) {
  const { heading, sentence } = answer.text;
  const picture = pictureAddress(answer, query, origin);
  return sharedAs({ type: "website", page, title: heading, description: sentence, picture, alt: sentence });
}

/** The address of a statement's picture, which changes with the edition. */
export function pictureAddress({ edition, text, theme }: Told, query: EmbedQuery, origin: string): string {
  const search = new URLSearchParams(chosen(query).filter(([name]) => !LOOKS.includes(name)));
  // Every counter's picture is a card.
  if (query.layout !== "compare") search.delete("layout");
  search.set("lang", text.lang);
  if (query["color-scheme"] === "dark") search.set("scheme", "dark");
  // Phones show it 330 pixels wide.
  search.set("letters", "large");
  // What networks put behind a picture can't be known.
  if (theme?.look?.surface || theme?.radius) search.set("ground", "surface");
  search.set("v", edition.id);
  return `${origin}/v1/card.png?${search}`;
}
