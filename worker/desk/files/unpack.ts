import { UnreadableFile } from "./unreadable.ts";

/** Court records pack to a tenth, generated ones to a thirtieth; a file that packs to less is no dump but a bomb. */
const MOST_TIMES = 200;
/** What may come of any file: a small one of blanks packs well. */
const FREE_BYTES = 16_000_000;

/**
 * Unpacks gzip while it's being read.
 * @throws UnreadableFile for what is cut off, damaged, or grows beyond all measure
 */
export async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0;
  let written = 0;
  const bytes = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) return controller.close();
      read += next.value.byteLength;
      controller.enqueue(new Uint8Array(next.value));
    },
  });
  const reader = source.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(damaged);
      if (done) return;
      written += value.byteLength;
      if (written > FREE_BYTES + read * MOST_TIMES) {
        throw new UnreadableFile(
          `a dump: unpacked, this file is more than ${MOST_TIMES} times as large; unpack it and look at it`,
        );
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function damaged(): never {
  throw new UnreadableFile("a whole gzip file: this one is cut off or damaged; copy it again");
}
