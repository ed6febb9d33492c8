import { langOf } from "./query.ts";

/** Takes of a value what is of its kind and bounded, whoever wrote it; of what is of another kind, nothing. */
export type Kind = (value: unknown) => unknown;

/** Words, so many characters of them at most. */
export function words(most: number): Kind {
  return (value) => (typeof value === "string" ? value.slice(0, most) : "");
}

/** A number from zero to `most`. */
export function upTo(most: number): Kind {
  return (value) => (typeof value === "number" && value >= 0 && value <= most ? value : null);
}

/** A list of one kind. Of a longer one nothing is taken: cut off, it would say something else. */
export function list(kind: Kind, most: number): Kind {
  return (value) => value && (Array.isArray(value) && value.length <= most ? value.map(kind) : []);
}

/** An object or a tuple whose fields are of these kinds; `others` are kept as they are, unless their kind is told. */
export function fields(kinds: Readonly<Record<string, Kind>>, others: Kind = (value) => value): Kind {
  return (value) => {
    if (!value || typeof value !== "object") return null;
    const known = value as Record<string, unknown>;
    for (const name in known) {
      const kind = Object.hasOwn(kinds, name) ? kinds[name] : others;
      known[name] = kind?.(known[name]);
    }
    return known;
  };
}

/** More than any sentence of the service has, in any language. */
export const long = words(600);
/** More than any number or name has. */
export const short = words(60);
export const count = upTo(1e9);
export const range = fields({ low: count, mid: count, high: count });

const LAST_DAY = Date.UTC(2100, 0);
export const day: Kind = (value) => {
  const at = Date.parse(String(value));
  return at > 0 && at < LAST_DAY ? value : null;
};

/** For dates and numerals, too, that the reader's browser writes. */
export const lang: Kind = (value) => langOf(String(value)) || "en";
