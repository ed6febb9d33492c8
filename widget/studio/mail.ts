/** A counter in mail: the picture's question, and what is said in its place. */
export interface Mailed {
  /** Of the service. */
  origin: string;
  /** What is counted, as for the picture and the counter's own page: `offence=awol&lang=uk`. */
  query: Readonly<Record<string, string>>;
  scheme?: "light" | "dark";
  /**
   * What the picture shows in a year: an edition, or a date, for good (`as-of`), or the newest number of whoever opens
   * the mail then.
   */
  shows: { asOf: string } | "newest";
  /** Of this very issue, so that programs that keep pictures by their address fetch its own: `2025-27`. */
  issue?: string;
  /** The whole statement, with its number and date (`text.sentence`). */
  sentence: string;
  /** What leads to the counter. */
  link: string;
}

export interface MailSnippets {
  /** A table with attributes: mail programs drop style sheets. One `style` fits the picture to a phone. */
  html: string;
  mjml: string;
  /** Words and address, for mail without pictures. */
  plain: string;
}

/** As wide as the columns of mail; the picture itself has twice as many pixels each way. */
const WIDTH = 600;
const HEIGHT = 400;
const DENSITY = 2;

/**
 * A counter for mail in all forms that newsletters are written in. A sentence of one day stands beneath the newest
 * number only in words that name their day; the picture's address doesn't change, so it stays right for as long as the
 * service does.
 */
export function mailSnippets({ origin, query, scheme, shows, issue, sentence, link }: Mailed): MailSnippets {
  const asked = { ...query, ...(shows !== "newest" && { "as-of": shows.asOf }) };
  const picture = (density: number) =>
    address(origin, "/v1/card.png", {
      ...asked,
      ...(scheme === "dark" && { scheme }),
      size: `${WIDTH * density}x${HEIGHT * density}`,
      // What mail programs put behind a picture can't be known.
      ground: "surface",
      ...(issue && { v: issue }),
    });
  const page = address(origin, "/embed", { ...asked, ...(scheme === "dark" && { "color-scheme": scheme }) });
  const [src, alt, href] = [picture(DENSITY), sentence, page].map(escaped);
  return {
    html: `<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0">
  <tr>
    <td align="center">
      <a href="${href}"><img src="${src}" srcset="${escaped(picture(1))} 1x, ${src} 2x" alt="${alt}" width="${WIDTH}" height="${HEIGHT}" border="0" style="width:100%;max-width:${WIDTH}px;height:auto" /></a>
    </td>
  </tr>
  <tr>
    <td align="center"><a href="${href}">${escaped(link)}</a></td>
  </tr>
</table>`,
    mjml: `<mj-section>
  <mj-column>
    <mj-image src="${src}" href="${href}" alt="${alt}" width="${WIDTH}px" padding="0" />
    <mj-text align="center"><a href="${href}">${escaped(link)}</a></mj-text>
  </mj-column>
</mj-section>`,
    plain: `${sentence}\n${page}`,
  };
}

function address(origin: string, path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return `${origin}${path}${search && `?${search}`}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
