import { type EmbedParameter, EmbedQuery } from "../../contract/embed.ts";

const DEFAULTS = EmbedQuery.parse({});
const NAMES = Object.keys(EmbedQuery.shape) as EmbedParameter[];

/** What a question says beyond what holds without it, in one order: the element's attributes of the same names. */
export function chosen(query: EmbedQuery): [name: EmbedParameter, value: string][] {
  return NAMES.flatMap((name) => {
    const value = query[name];
    return value === undefined || value === DEFAULTS[name] ? [] : [[name, spelled(value)]];
  });
}

/** A value as an address has it: of periods their names. */
function spelled(value: NonNullable<EmbedQuery[EmbedParameter]>): string {
  if (Array.isArray(value)) return value.map(({ label }) => label).join(",");
  return typeof value === "object" ? value.label : String(value);
}

/** The one address of a frame, whatever order and detail it was asked in. */
export function frameAddress(origin: string, query: EmbedQuery): string {
  const search = new URLSearchParams(chosen(query));
  return `${origin}/embed${search.size > 0 ? `?${search}` : ""}`;
}

/** Where oEmbed tells how a frame is embedded. */
export function oembedAddress(origin: string, query: EmbedQuery, format: "json" | "xml"): string {
  return `${origin}/oembed?${new URLSearchParams({ url: frameAddress(origin, query), format })}`;
}
