import { describe, expect, it } from "vitest";
import { toAtom } from "../../../../worker/http/atom.ts";

const feed = {
  id: "https://stats.example/feed",
  lang: "en",
  title: "Corrections",
  subtitle: "What changed",
  author: "desertion-stats",
  rights: "CC BY 4.0",
  self: "https://stats.example/feed?a=1&b=2",
  updated: "2025-07-08T09:00:00Z",
};
const entry = {
  id: "https://stats.example/1",
  title: "One",
  updated: "2025-07-08T09:00:00Z",
  link: { href: "https://stats.example/1", type: "application/json" },
  lines: ["a line"],
};

describe("toAtom(feed)", () => {
  it("escapes what has a meaning in XML, in texts and in attributes", () => {
    const xml = toAtom({ ...feed, title: `<b> & "c" 'd' ]]>`, entries: [{ ...entry, lines: ["<script>"] }] });
    expect(xml).toContain("<title>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ]]&gt;</title>");
    expect(xml).toContain("<p>&lt;script&gt;</p>");
    expect(xml).toContain('href="https://stats.example/feed?a=1&amp;b=2"');
  });

  it("leaves out what XML can't hold, and keeps everything else", () => {
    const xml = toAtom({ ...feed, entries: [{ ...entry, title: "a\u0000b\u001fc\tд\ud800 🙂" }] });
    expect(xml).toContain("<title>abc\tд\ufffd 🙂</title>");
  });

  it("has all that an entry needs, once for each", () => {
    const xml = toAtom({ ...feed, entries: [entry, { ...entry, id: "https://stats.example/2" }] });
    const body = xml.slice(xml.indexOf("<entry>"));
    for (const element of [
      "<id>",
      "<title>",
      "<updated>",
      '<link rel="alternate"',
      '<content type="xhtml">',
    ]) {
      expect(body.split(element), element).toHaveLength(3);
    }
  });
});
