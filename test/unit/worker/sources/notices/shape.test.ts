import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../../../../worker/contract/hooks.ts";
import { bodyOf, signatureOf } from "../../../../../worker/sources/notices/shape.ts";
import { runs } from "../../../../runs.ts";

const notice = (text: string): Notice => ({
  ...{ id: "1", event: "edition-held", at: "2025-05-12T09:00:00Z", lang: "en", edition: null },
  ...{ text, url: "https://stats.example/studio#/desk/1" },
});

describe("a notice", () => {
  it("stays one line of Slack's text: nothing in it becomes a mark or a mention", () => {
    const { text } = JSON.parse(bodyOf("slack", notice("<!channel> & <https://evil.example|click>")));
    expect(text).toBe(
      "&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;\n<https://stats.example/studio#/desk/1>",
    );
  });

  it("fits Discord, however long, and mentions nobody", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6_000 }), (text) => {
        const { content, allowed_mentions } = JSON.parse(bodyOf("discord", notice(text)));
        expect(content.length).toBeLessThanOrEqual(2_000);
        expect(content).toContain("<https://stats.example/studio#/desk/1>");
        expect(allowed_mentions).toEqual({ parse: [] });
      }),
      runs(100),
    );
  });

  it("is signed as any library signs it", async () => {
    const body = bodyOf("json", notice("Нове число"));
    expect(await signatureOf("key", body)).toBe(createHmac("sha256", "key").update(body).digest("hex"));
  });
});
