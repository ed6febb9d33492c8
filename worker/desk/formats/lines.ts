/** One physical line of a file, without its end. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
  /** true: it was longer than the limit and `text` is only its beginning. */
  cut: boolean;
}

/** Verdicts' texts make lines of a few hundred thousand characters; longer ones are no records. */
export const LONGEST_LINE = 8_000_000;

/** Splits a file into lines (LF or CRLF), however it's cut into chunks. */
export async function* linesOf(chunks: AsyncIterable<string>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string) => {
    if (length < longest) parts.push(part.slice(0, longest - length));
    length += part.length;
  };
  const line = (): Line => {
    const text = parts.join("").replace(/\r$/, "");
    const cut = length > longest;
    parts = [];
    length = 0;
    return { number: number++, text, cut };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      keep(chunk.slice(start, end));
      yield line();
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.slice(start));
  }
  if (length > 0) yield line();
}
