/** What a feed reader asks for that reads Atom as well. */
const FEEDS = ["application/rss+xml", "application/rdf+xml", "application/feed+json", "application/feed"];

/**
 * Whether a request's `Accept` leaves room for the one format that an address gives (RFC 9110, 12.5.1): the most
 * specific range decides. A type with a suffix is also what its suffix says: `application/atom+xml` is XML.
 * @param accept null or empty: everything is welcome
 */
export function isAcceptable(accept: string | null | undefined, contentType: string): boolean {
  if (!accept || accept === "*/*") return true;
  const ranges = accept.toLowerCase().split(",").map(parseRange);
  const type = contentType.split(";", 1)[0]!;
  const [group] = type.split("/");
  const suffix = type.split("+")[1];
  const wider = suffix
    ? [...(type === "application/atom+xml" ? FEEDS : []), `application/${suffix}`, `text/${suffix}`]
    : [];
  for (const wanted of [type, ...wider, `${group}/*`, "*/*", "*"]) {
    const range = ranges.find(({ name }) => name === wanted);
    if (range) return range.quality > 0;
  }
  return false;
}

function parseRange(text: string): { name: string; quality: number } {
  const [name = "", ...parameters] = text.split(";").map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { name, quality: quality === undefined ? 1 : Number(quality) };
}
