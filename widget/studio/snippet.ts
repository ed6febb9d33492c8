import type { ThemeStyle } from "../../worker/contract/theme.ts";
import { type FrameSize, frameSize } from "../../worker/embed/frame/size.ts";
import { spaceMarkup } from "../stats/space.ts";
import { readPeriod, readPeriods } from "./compared.ts";
import { type Mailed, type MailSnippets, mailSnippets } from "./mail.ts";
import { mailLook } from "./mail-look.ts";

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
  /** Of a comparison, as far as they are typed: its period, and those that it is compared with. */
  period: string | null;
  with: string | null;
  /** What a picture in mail shows for good: this moment's edition; or whatever is newest when the mail is opened. */
  mailed: "edition" | "newest";
  lang: string | null;
  scheme: "light" | "dark" | null;
  /** Empty: none; null: the theme's or the service's. */
  heading: "" | null;
  /** The place's own heading, as far as it is typed; null: as `heading` says. A frame and a picture take none. */
  ownHeading: string | null;
  /** Of the page that it is for, by which a frame or a picture is told what it can't see. */
  page: { lang: string; scheme: "light" | "dark" };
  /** What readers see before the number comes, and where it never does. */
  fallback: string;
  /** The theme, for what is written into mail for good; missing or null: the service's own look. */
  style?: ThemeStyle | null;
  /** The number of this moment, for what is sent and stays as it is, and what leads to more of it; null: not known. */
  number: { edition: string; sentence: string; link: string } | null;
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
  period: null,
  with: null,
  mailed: "edition",
  lang: null,
  scheme: null,
  heading: null,
  ownHeading: null,
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
  /** The same in other languages of mark-up, or in none. */
  forms?: readonly { name: "mjml" | "plain"; text(embed: Embed): string | null }[];
}

/** Sharp in a column of up to 600 pixels at two device pixels each. */
const PICTURE = { size: "1200x800" };
/** On a window up to so wide (pixels) an upright one with larger letters, sharp there, too. */
const NARROW = { upTo: 480, size: "720x1080", letters: "large" } as const;

/** A frame is as high as what it shows, in browsers that run a page's own lines. */
const HEIGHTS = `<script>
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "desertion-stats:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

/**
 * All ways out, in the order in which they are offered. A further way is one more entry. Each is well-formed XML, and
 * null as long as something that it needs is missing.
 */
export const WAYS_OUT: readonly WayOut[] = (
  [
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
        `  width="100%" height="${sizeIn(embed, PHONE).height}" frameborder="0" loading="lazy"\n` +
        `  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
    },
    { name: "image", text: pictureOf },
    {
      name: "mail",
      text: (embed) => mailOf(embed)?.html ?? null,
      forms: [
        { name: "mjml", text: (embed) => mailOf(embed)?.mjml ?? null },
        { name: "plain", text: (embed) => mailOf(embed)?.plain ?? null },
      ],
    },
    { name: "address", text: frameAddress },
  ] satisfies WayOut[]
).map((way: WayOut) => ({
  ...way,
  text: (embed, manifest) => (isAskable(embed) ? way.text(embed, manifest) : null),
}));

/** Whether the service can be asked for it: a comparison needs its period, and something to compare it with. */
export function isAskable(embed: Pick<Embed, "layout" | "period" | "with">): boolean {
  if (embed.layout !== "compare") return true;
  return readPeriod(embed.period).value !== null && readPeriods(embed.with).value !== null;
}

/**
 * A picture as wide as its place, that leads to its number; on phones one that is made for them. Where a system leaves
 * nothing but the `img`, that still stands. The width is an attribute in per cent, which JSX and policies without styles
 * take, too; browsers find the height by themselves.
 */
function pictureOf(embed: Embed): string {
  const scheme = framed(embed)["color-scheme"];
  const picture = (shape: Record<string, string>) =>
    escaped(address(embed.origin, "/v1/card.png", { ...drawn(embed), scheme, ...shape }));
  const { upTo, ...narrow } = NARROW;
  return (
    `<a href="${escaped(frameAddress(embed))}"><picture>\n` +
    `  <source media="(max-width: ${upTo}px)" srcset="${picture(narrow)}" />\n` +
    `  <img src="${picture(PICTURE)}"\n` +
    `    alt="${escaped(embed.fallback)}" width="100%" />\n</picture></a>`
  );
}

/** The counter in mail; null while its number isn't known. */
function mailOf(embed: Embed): MailSnippets | null {
  const { origin, number, mailed } = embed;
  if (!number || !isAskable(embed)) return null;
  const { "as-of": typed, ...query } = drawn(embed);
  const asOf = typed ?? (mailed === "edition" ? number.edition : undefined);
  const scheme = framed(embed)["color-scheme"] === "dark" ? "dark" : "light";
  const shows: Mailed["shows"] = asOf === undefined ? "newest" : { asOf };
  const issue = shows === "newest" && { issue: number.edition };
  return mailSnippets({
    origin,
    query,
    scheme,
    shows,
    ...issue,
    sentence: number.sentence,
    link: number.link,
    ...(embed.style && { look: mailLook(embed.style, scheme, embed.lang ?? embed.page.lang) }),
  });
}

/** What a picture is asked for: of the layouts it knows a comparison alone, and it has neither charts nor heads to choose. */
function drawn(embed: Embed): Record<string, string> {
  const { layout, chart: _, heading: __, "color-scheme": ___, ...filters } = framed(embed);
  return { ...filters, ...(layout === "compare" && { layout }) };
}

/** How large the counter's frame is where its page doesn't listen to it. */
export function sizeIn({ layout, with: others }: Embed, room: FrameSize): FrameSize {
  const known = (["card", "strip", "number", "compare"] as const).find((one) => one === layout);
  return frameSize({ layout: known, with: readPeriods(others).periods }, room);
}

/** Enough for all that the layout says on a phone; a page with the lines for it fits it to what is said. */
const PHONE = { width: 320, height: 3_000 };

/** The address of the counter alone, with all that it can't see of the page around it. */
export function frameAddress(embed: Embed): string {
  return address(embed.origin, "/embed", framed(embed));
}

/** A frame stands by itself: it knows no layout within a sentence, and its page's language and colours by name alone. */
function framed(embed: Embed): Record<string, string> {
  const { layout, "color-scheme": scheme, heading, ...others } = attributesOf(embed);
  return known({
    ...others,
    // Words of anybody's on this deployment's own page would seem to be its own.
    heading: heading === "" ? heading : null,
    layout: layout === "inline" ? null : layout,
    lang: embed.lang ?? embed.page.lang,
    "color-scheme": (scheme ?? embed.page.scheme) === "dark" ? "dark" : null,
  });
}

function known(values: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function address(origin: string, path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams(known(query)).toString();
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

/** The element's attributes for a choice: a comparison has its own time, and no counter has periods. */
export function attributesOf(embed: Omit<Embed, "number">): Record<string, string> {
  const { theme, layout, chart, measure, offence, span, weeks, lang, scheme, heading } = embed;
  const isComparison = layout === "compare";
  return known({
    theme: theme === "default" ? null : theme,
    layout,
    ...(isComparison
      ? { period: readPeriod(embed.period).value, with: readPeriods(embed.with).value }
      : { chart }),
    measure,
    offence,
    ...(!isComparison && { span, since: typedDate(embed.since), weeks }),
    "as-of": typedMoment(embed.asOf),
    lang,
    "color-scheme": scheme,
    heading: embed.ownHeading?.trim() || heading,
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
