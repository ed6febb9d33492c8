import { type MailLook, ownMailLook } from "./mail-look.ts";

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
  /** What the theme asks of what isn't in the picture; missing: the service's own. */
  look?: MailLook;
}

export interface MailSnippets {
  /** A table with attributes, in its place: mail programs drop style sheets. One `style` fits the picture to a phone. */
  html: string;
  mjml: string;
  /** Words and address, for mail without pictures. */
  plain: string;
}

/**
 * Legible on a phone, which shows it some 330 pixels wide, and no larger than the mail's own words on a desk; the picture
 * itself has twice as many pixels each way.
 */
const WIDTH = 440;
const HEIGHT = 660;
const DENSITY = 2;

/**
 * A counter for mail in all forms that newsletters are written in. A sentence of one day stands beneath the newest
 * number only in words that name their day; the picture's address doesn't change, so it stays right for as long as the
 * service does.
 */
export function mailSnippets({
  origin,
  query,
  scheme,
  shows,
  issue,
  sentence,
  link,
  look = ownMailLook(scheme ?? "light"),
}: Mailed): MailSnippets {
  const asked = { ...query, ...(shows !== "newest" && { "as-of": shows.asOf }) };
  const picture = (density: number) =>
    address(origin, "/v1/card.png", {
      ...asked,
      ...(scheme === "dark" && { scheme }),
      size: `${WIDTH * density}x${HEIGHT * density}`,
      letters: "large",
      // What mail programs put behind a picture can't be known.
      ground: "surface",
      ...(issue && { v: issue }),
    });
  const page = address(origin, "/embed", { ...asked, ...(scheme === "dark" && { "color-scheme": scheme }) });
  const [src, alt, href] = [picture(DENSITY), sentence, page].map(escaped);
  const { ground, align, hasHistory, lines } = look;
  const words = `<a href="${href}" style="color:${look.link}">${escaped(link)}</a>`;
  const row = `
  <tr>
    <td align="${align}" bgcolor="${ground}" style="padding:0 ${INSET}px ${INSET}px">${words}</td>
  </tr>`;
  return {
    // A table's own `align` would have the mail's next words beside it.
    html: `<div align="${align}"><table role="presentation" width="${WIDTH}" border="0" cellpadding="0" cellspacing="0" style="width:100%;max-width:${WIDTH}px">
  <tr>
    <td align="${align}" bgcolor="${ground}">
      <a href="${href}"><img src="${src}" srcset="${escaped(picture(1))} 1x, ${src} 2x" alt="${alt}" width="${WIDTH}" height="${HEIGHT}" border="0" style="display:block;width:100%;max-width:${WIDTH}px;height:auto" /></a>
    </td>
  </tr>${hasHistory ? row : ""}
</table></div>`,
    mjml: `<mj-section text-align="${align}" padding="0">
  <mj-column width="${WIDTH}px" background-color="${ground}">
    <mj-image src="${src}" href="${href}" alt="${alt}" width="${WIDTH}px" padding="0" />${
      hasHistory
        ? `
    <mj-text align="${align}" padding="0 ${INSET}px ${INSET}px">${words}</mj-text>`
        : ""
    }
  </mj-column>
</mj-section>`,
    plain: [sentence, ...lines, page].join("\n"),
  };
}

/** About the picture's own margin. */
const INSET = 20;

function address(origin: string, path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return `${origin}${path}${search && `?${search}`}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
