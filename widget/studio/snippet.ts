import { frameSize } from "../../worker/embed/frame/size.ts";
import { spaceMarkup } from "../stats/space.ts";

/** What a snippet is made of. */
export interface Embed {
  /** Of the service. */
  origin: string;
  /** A published theme; null: the default one. */
  theme: string | null;
  /** What one place asks for otherwise than theme and page do; null: as they do, or the service's own. */
  layout: string | null;
  chart: string | null;
  measure: string | null;
  /** Offence group. */
  offence: string | null;
  /** What time the number is of; null: the newest week that can be told. */
  span: string | null;
  /** First day of a total, as far as it is typed. */
  since: string | null;
  /** Length of the series. */
  weeks: string | null;
  /** A date or an edition, as far as it is typed: the number as it was then. */
  asOf: string | null;
  lang: string | null;
  scheme: "light" | "dark" | null;
  /** Empty: none; null: the theme's or the service's. */
  heading: "" | null;
  /** Of the page that it is for, by which a frame or a picture is told what it can't see. */
  page: { lang: string; scheme: "light" | "dark" };
  /** What readers see before the number comes, and where it never does. */
  fallback: string;
  /** The number of this moment, for what is sent and stays as it is; null: not known. */
  number: { edition: string; sentence: string } | null;
}

/** A snippet that asks for nothing but what theme, page and service do. */
export const NO_CHOICES = {
  layout: null,
  chart: null,
  measure: null,
  offence: null,
  span: null,
  since: null,
  weeks: null,
  asOf: null,
  lang: null,
  scheme: null,
  heading: null,
} as const satisfies Partial<Embed>;

/** `/embed/manifest.json`. */
export interface Manifest {
  version: string;
  file: string;
  integrity: string;
}

/** One way out of the studio: what it is called in the studio's words, and its text to copy. */
export interface WayOut {
  name: "evergreen" | "pinned" | "frame" | "image" | "mail" | "address";
  text(embed: Embed, manifest: Manifest | null): string | null;
  /** Lines that a page needs once, whatever number of these it has. */
  once?: string;
}

/** What an edition's picture is in mail: as wide as mail programs show, and twice as fine. */
const PICTURE = { width: 600, height: 400 };

/** A frame is as high as what it shows, in browsers that run a page's own lines. */
const HEIGHTS = `<script>
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "desertion-stats:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

/** All ways out, in the order in which they are offered. A further way is one more entry. Each is well-formed XML. */
export const WAYS_OUT: readonly WayOut[] = [
  {
    name: "evergreen",
    text: (embed) =>
      `<script type="module" src="${escaped(embed.origin)}/embed/v1.js"></script>\n${tagOf(embed)}`,
  },
  {
    name: "pinned",
    text: (embed, manifest) =>
      manifest &&
      `<script type="module" src="${escaped(embed.origin)}/embed/${escaped(manifest.file)}"\n` +
        `  integrity="${escaped(manifest.integrity)}" crossorigin="anonymous"></script>\n` +
        tagOf(embed),
  },
  {
    name: "frame",
    once: HEIGHTS,
    text: (embed) =>
      `<iframe src="${escaped(frameAddress(embed))}" title="${escaped(embed.fallback)}"\n` +
      `  width="100%" height="${heightOf(embed)}" frameborder="0" loading="lazy"\n` +
      `  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
  },
  { name: "image", text: (embed) => pictureOf(embed, embed.fallback) },
  {
    name: "mail",
    text: (embed) =>
      embed.number &&
      pictureOf({ ...embed, asOf: embed.asOf ?? embed.number.edition }, embed.number.sentence),
  },
  { name: "address", text: frameAddress },
];

/** A picture no wider than its place, as sharp as the screen, that leads to its number. */
function pictureOf(embed: Embed, alternative: string): string {
  const {
    theme,
    lang,
    "color-scheme": scheme,
    layout: _,
    chart: __,
    heading: ___,
    ...filters
  } = framed(embed);
  const picture = (scale: number) =>
    address(embed.origin, "/v1/card.png", {
      ...filters,
      theme,
      lang,
      scheme: scheme === "dark" ? scheme : undefined,
      size: `${PICTURE.width * scale}x${PICTURE.height * scale}`,
    });
  return (
    `<a href="${escaped(frameAddress(embed))}"><img src="${escaped(picture(2))}" alt="${escaped(alternative)}"\n` +
    `  width="${PICTURE.width}" height="${PICTURE.height}" style="max-width:100%;height:auto" /></a>`
  );
}

/** Enough for all that the layout says on a phone; a page with the lines for it fits it to what is said. */
function heightOf({ layout }: Embed): number {
  const known = (["card", "strip", "number"] as const).find((one) => one === layout);
  return frameSize({ layout: known }, PHONE).height;
}
const PHONE = { width: 320, height: 2_000 };

/** The address of the counter alone, with all that it can't see of the page around it. */
export function frameAddress(embed: Embed): string {
  return address(embed.origin, "/embed", framed(embed));
}

/** A frame stands by itself: it knows no layout within a sentence, and its page's language and colours by name alone. */
function framed(embed: Embed): Record<string, string | undefined> {
  const { layout, "color-scheme": scheme, ...others } = attributesOf(embed);
  return {
    ...others,
    layout: layout === "inline" ? undefined : layout,
    lang: embed.lang ?? embed.page.lang,
    "color-scheme": (scheme ?? embed.page.scheme) === "dark" ? "dark" : undefined,
  };
}

function address(origin: string, path: string, query: Record<string, string | undefined>): string {
  const known = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(known).toString();
  return `${origin}${path}${search && `?${search}`}`;
}

/**
 * The tag with exactly the attributes that were chosen. In it a link, since where a system strips the tag, the words
 * keep the way to their number; and the space that the counter will need. A word of a sentence stands in its line, so
 * there the link is as short as one, and its words are its title.
 */
export function tagOf(embed: Embed): string {
  const attributes = Object.entries(attributesOf(embed)).map(
    ([name, value]) => ` ${name}="${escaped(value)}"`,
  );
  const words = escaped(embed.fallback);
  const address = escaped(frameAddress(embed));
  if (embed.layout === "inline")
    return `<desertion-stats${attributes.join("")}><a href="${address}" title="${words}">…</a></desertion-stats>`;
  const lines = [words && `<a href="${address}">${words}</a>`, spaceMarkup(embed.layout, embed.chart)];
  const content = lines.filter(Boolean).map((line) => `\n  ${line}`);
  return `<desertion-stats${attributes.join("")}>${content.join("")}\n</desertion-stats>`;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A date once it is typed to its end; null before. */
export function typedDate(text: string | null): string | null {
  const date = text?.trim() ?? "";
  return DATE.test(date) && !Number.isNaN(Date.parse(date)) ? date : null;
}

/** A date or an edition's name once it is typed to its end; null before. */
export function typedMoment(text: string | null): string | null {
  const [date = "", edition, ...more] = text?.trim().split(".") ?? [];
  if (!typedDate(date) || more.length > 0) return null;
  return edition === undefined ? date : /^[1-9]\d{0,3}$/.test(edition) ? `${date}.${edition}` : null;
}

/** The element's attributes for a choice. */
export function attributesOf(embed: Embed): Record<string, string> {
  const { theme, layout, chart, measure, offence, span, weeks, lang, scheme, heading } = embed;
  const attributes = {
    theme: theme === "default" ? null : theme,
    layout,
    chart,
    measure,
    offence,
    span,
    since: typedDate(embed.since),
    weeks,
    "as-of": typedMoment(embed.asOf),
    lang,
    "color-scheme": scheme,
    heading,
  };
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
