/** So many characters of a file tell its format: a sudrfscraper row shows its keys before its text. */
export const HEAD_LENGTH = 65_536;

/** The first characters of a text (without a byte order mark), and the whole of it still to be read. */
export async function takeHead(
  chunks: AsyncIterable<string>,
  length = HEAD_LENGTH,
): Promise<{ head: string; chunks: AsyncIterable<string> }> {
  const rest = chunks[Symbol.asyncIterator]();
  let head = "";
  while (head.length <= length) {
    const next = await rest.next();
    if (next.done) return { head: withoutMark(head), chunks: once(withoutMark(head)) };
    head += next.value;
  }
  const text = withoutMark(head);
  return { head: text.slice(0, length), chunks: joined(text, rest) };
}

async function* joined(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
