import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { WORDS } from "../../../../../worker/sources/notices/words/index.ts";

describe.each(LANGS)("the words of notices in %s", (lang) => {
  const words = WORDS[lang];
  const all = [
    words.test,
    words.published("2025-05-12.1", "A sentence.", null),
    words.published("2025-05-12.1", "A sentence.", "197"),
    words.held("records", Object.values(words.reasons)),
    ...Object.values(words.problems).map((why) => words.failing("records", why)),
    words.silent(["A court", "Another"], 2, "records"),
    words.old(70),
    words.corrected([{ start: "2025-05-05", before: 10, after: 12 }], "2025-05-12.1"),
  ];
  it.each(all)("are a sentence: %s", (text) => {
    expect(text).toMatch(/[.?]$/);
    expect(text).not.toMatch(/undefined|\[object|\.\.|\s{2}/);
    if (lang !== "en")
      expect(text.replace(/A sentence\.|records|A court|Another|UTF-8/g, "")).not.toMatch(/[a-z]{4}/);
  });
});
