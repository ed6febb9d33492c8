import type { Format, ReadItem } from "./format.ts";
import { takeHead } from "./head.ts";
import { objectOf, parseJson, textOf } from "./json-value.ts";
import { FINISHED_ONLY } from "./sudrfscraper-row.ts";

/**
 * sudrfscraper's `<project>_meta.json`, which stands beside a dump and says how it was asked for: a flat
 * object of strings. It has no cases, but tells what the dump can't be used for.
 */
export const sudrfscraperMeta: Format = {
  name: "sudrfscraper-meta",
  description: "sudrfscraper's meta file beside its dump, with string_count, result_date_from …",
  recognise: (head) => /^\s*\{/.test(head) && head.includes('"string_count"'),
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const { head } = await takeHead(chunks);
  const meta = objectOf(parseJson(head));
  if (meta === null) {
    const expected = "one JSON object of strings";
    yield { kind: "rejected", rejection: { line: 1, column: "row", value: null, expected } };
  } else if (textOf(meta.result_date_from) !== null || textOf(meta.result_date_till) !== null) {
    yield { kind: "warning", text: `The dump beside this meta file was asked for by date: ${FINISHED_ONLY}` };
  }
}
