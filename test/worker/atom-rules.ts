import { DOMParser, type Element } from "@xmldom/xmldom";

const ATOM = "http://www.w3.org/2005/Atom";
const XHTML = "http://www.w3.org/1999/xhtml";
/** RFC 3339 with capital T and Z, as RFC 4287 (3.3) wants it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S+$/i;
/** What the parser lets through: characters that XML 1.0 (2.2) has no room for, and `&` without a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const BARE_AMPERSAND = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** How often each child may stand in a feed and in an entry (RFC 4287, 4.1.1 and 4.1.2). */
const FEED: Occurrences = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  subtitle: [0, 1],
  rights: [0, 1],
  generator: [0, 1],
  author: [1, Infinity],
  link: [1, Infinity],
  entry: [0, Infinity],
};
const ENTRY: Occurrences = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  rights: [0, 1],
  summary: [0, 1],
  content: [1, 1],
  author: [0, Infinity],
  link: [1, Infinity],
};

type Occurrences = Readonly<Record<string, readonly [least: number, most: number]>>;

/** What an XML parser and the rules of RFC 4287 find wrong with a feed, each fault with its place. */
export function atomFaults(xml: string): string[] {
  if (FORBIDDEN.test(xml) || BARE_AMPERSAND.test(xml)) return ["isn't XML: holds what XML has no room for"];
  const broken: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => void broken.push(`${level}: ${message}`) });
  let feed: Element | null;
  try {
    feed = parser.parseFromString(xml, "application/xml").documentElement;
  } catch (error) {
    return [`isn't XML: ${String(error)}`];
  }
  if (broken.length > 0) return broken;
  if (feed?.localName !== "feed" || feed.namespaceURI !== ATOM) return ["the root is no feed of Atom"];
  const entries = childrenOf(feed).filter(({ localName }) => localName === "entry");
  return [
    ...container(feed, FEED, "feed"),
    ...(rels(feed).includes("self") ? [] : ["feed: has no link to itself"]),
    ...entries.flatMap((entry, index) => container(entry, ENTRY, `entry ${index + 1}`)),
    ...twice(
      entries.map((entry) => `${textOf(entry, "id")} ${textOf(entry, "updated")}`),
      "two entries",
    ),
  ];
}

function container(element: Element, allowed: Occurrences, at: string): string[] {
  const children = childrenOf(element);
  const counts = Object.entries(allowed).flatMap(([name, [least, most]]) => {
    const count = children.filter(({ localName }) => localName === name).length;
    return count < least || count > most ? [`${at}: ${count} of ${name}`] : [];
  });
  return [
    ...counts,
    ...children.flatMap((child) => part(child, allowed, `${at}, ${child.localName}`)),
    ...twice(alternates(element), at),
  ];
}

function part(child: Element, allowed: Occurrences, at: string): string[] {
  const text = child.textContent ?? "";
  const wrong = (fault: boolean, what: string) => (fault ? [`${at}: ${what}`] : []);
  if (child.namespaceURI !== ATOM || !(child.localName! in allowed)) return [`${at}: isn't expected here`];
  switch (child.localName) {
    case "id":
      return wrong(!ABSOLUTE.test(text), `${text} is no absolute IRI`);
    case "updated":
    case "published":
      return wrong(!INSTANT.test(text), `${text} is no instant`);
    case "title":
    case "subtitle":
    case "rights":
    case "summary":
      return wrong(childrenOf(child).length > 0, "holds elements, but isn't XHTML");
    case "author":
      return wrong(!textOf(child, "name"), "has no name");
    case "link":
      return [
        ...wrong(!ABSOLUTE.test(child.getAttribute("href") ?? ""), "leads nowhere"),
        ...wrong(!MEDIA_TYPE.test(child.getAttribute("type") ?? "text/html"), "has no media type"),
      ];
    case "content": {
      const [div, ...more] = childrenOf(child);
      const isDiv = div?.localName === "div" && div.namespaceURI === XHTML && more.length === 0;
      return wrong(child.getAttribute("type") === "xhtml" && !isDiv, "isn't one div of XHTML");
    }
    default:
      return [];
  }
}

function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

function textOf(element: Element, name: string): string {
  return childrenOf(element).find(({ localName }) => localName === name)?.textContent ?? "";
}

const linksOf = (element: Element) => childrenOf(element).filter(({ localName }) => localName === "link");
const rels = (element: Element) => linksOf(element).map((link) => link.getAttribute("rel") ?? "alternate");

/** No two alternate links may be of one type and language (4.1.1). */
function alternates(element: Element): string[] {
  return linksOf(element)
    .filter((link) => (link.getAttribute("rel") ?? "alternate") === "alternate")
    .map((link) => `alternate ${link.getAttribute("type")} ${link.getAttribute("hreflang")}`);
}

function twice(values: readonly string[], at: string): string[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [`${at}: twice ${value}`] : []));
}
