import { spaceMarkup } from "../stats/space.ts";

/** What a snippet is made of. */
export interface Embed {
  /** Of the service. */
  origin: string;
  /** A published theme; null: the default one. */
  theme: string | null;
  /** null: as the theme has it. */
  layout: string | null;
  chart: string | null;
  /** Offence group; null: the service's own. */
  offence: string | null;
  /** What time the number is of; null: the newest week that can be told. */
  span: string | null;
  /** First day of a total; null: the service's own. */
  since: string | null;
  /** null: the page's own. */
  lang: string | null;
  /** What readers see before the number comes, and where it never does. */
  fallback: string;
}

/** `/embed/manifest.json`. */
export interface Manifest {
  version: string;
  file: string;
  integrity: string;
}

/** One way out of the studio: what it is called in the studio's words, and its text to copy. */
export interface WayOut {
  name: "evergreen" | "pinned" | "frame" | "image" | "address";
  text(embed: Embed, manifest: Manifest | null): string | null;
}

/**
 * All ways out, in the order in which they are offered. A further way is one more entry. Each is well-formed XML
 * without a `style`, so that it can stand in XHTML, JSX and MDX as it is.
 */
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
    text: (embed) =>
      `<iframe src="${escaped(frameAddress(embed))}" title="${escaped(embed.fallback)}"\n` +
      `  width="100%" height="500" frameborder="0" loading="lazy"\n` +
      `  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
  },
  {
    name: "image",
    text: (embed) => {
      const { theme, offence, span, since, lang } = attributesOf(embed);
      const src = address(embed.origin, "/v1/card.svg", { theme, offence, span, since, lang });
      return `<img src="${escaped(src)}" alt="${escaped(embed.fallback)}"\n  width="1200" height="630" loading="lazy" />`;
    },
  },
  { name: "address", text: frameAddress },
];

/** A frame stands by itself, so it knows no layout within a sentence. */
function frameAddress(embed: Embed): string {
  const { layout, ...others } = attributesOf(embed);
  return address(embed.origin, "/embed", { ...others, layout: layout === "inline" ? undefined : layout });
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

/** The element's attributes for a choice; the preview sets the same ones. */
export function attributesOf({
  theme,
  layout,
  chart,
  offence,
  span,
  since,
  lang,
}: Embed): Record<string, string> {
  const day = typedDate(since);
  return {
    ...(theme !== null && theme !== "default" && { theme }),
    ...(layout !== null && { layout }),
    ...(chart !== null && { chart }),
    ...(offence !== null && { offence }),
    ...(span !== null && { span }),
    ...(day !== null && { since: day }),
    ...(lang !== null && { lang }),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
