import fc from "fast-check";

/** A text as a stream, cut at the given places. */
export async function* chunked(text: string, cuts: readonly number[] = []): AsyncGenerator<string> {
  const places = [...new Set(cuts.filter((cut) => cut > 0 && cut < text.length))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, text.length]) {
    yield text.slice(from, place);
    from = place;
  }
}

/** Places at which a text of this length may be cut, also next to each other. */
export function cutsOf(text: string): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(text.length), { maxLength: 12 });
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
