import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalComment, refusalPage } from "../../../../../worker/embed/frame/refusal-page.ts";
import { REASONS } from "../../../../../worker/wording/language/refusal-text.ts";
import { runs } from "../../../../runs.ts";

const view = { lang: "en", reason: "bad-address", editions: null, current: null, details: "" } as const;

describe("a page that has no number", () => {
  it("says in each language why, for each reason", () => {
    const said = (["en", "ru", "uk"] as const).flatMap((lang) =>
      REASONS.map((reason) => refusalPage({ ...view, lang, reason }, "framed")),
    );
    expect(new Set(said).size).toBe(3 * REASONS.length);
  });

  it("names what was asked for and what there is", () => {
    const editions = { asked: "2020-01-01", first: "2025-06-30.1" };
    const current = "https://a.example/embed";
    const page = refusalPage({ ...view, reason: "no-such-edition", editions, current }, "framed");
    expect(page).toContain("There is no number as of 2020-01-01: the first edition is 2025-06-30.1.");
    expect(page).toContain('<a href="https://a.example/embed"');
  });

  it("has the frame's script only where it stands in a frame", () => {
    expect(refusalPage(view, "framed")).toContain("/embed/frame.js");
    expect(refusalPage(view, "alone")).not.toContain("<script");
  });

  it("takes no markup from an address", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "!", "-", "/") }),
        (details) => {
          const plain = refusalPage({ ...view, details: "" }, "framed").match(/<\w+/g);
          expect(refusalPage({ ...view, details }, "framed").match(/<\w+/g)).toEqual(plain);
        },
      ),
      runs(200),
    );
  });

  it("is one comment where it is included, whatever was asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "-", "!", "a", "\n", " ") }), (details) => {
        const comment = refusalComment({ details });
        expect(comment).toMatch(/^<!-- desertion-stats: [^<>]* -->\n$/);
        expect(comment.slice(4, -4)).not.toContain("--");
      }),
      runs(200),
    );
  });
});
