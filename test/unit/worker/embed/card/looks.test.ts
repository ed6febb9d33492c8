import fc from "fast-check";
import { describe, expect, it, test as property } from "vitest";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { ThemeStyle } from "../../../../../worker/contract/theme.ts";
import { summaryTheme } from "../../../../../worker/domain/theme/summary-theme.ts";
import { cardSvg } from "../../../../../worker/embed/card/card.ts";
import { BOXES, FURTHER, LOOKS, PLAIN_STYLE } from "../../../../fixtures/looks.ts";
import { runs } from "../../../../runs.ts";
import { published, records } from "../../../../widget/summary.ts";

const SIZE = { width: 1200, height: 630 };

function picture(
  style: Partial<ThemeStyle>,
  ground: "theme" | "surface" = "theme",
  summary = records(),
  size = SIZE,
  letters: "regular" | "large" = "regular",
): string {
  const theme = summaryTheme({
    slug: "paper",
    version: 1,
    published_at: "2026-01-01T00:00:00Z",
    style: ThemeStyle.parse({ ...PLAIN_STYLE, ...style }),
  });
  const { byline, note, credit } = style;
  const own = {
    ...(byline && { byline: byline.en }),
    ...(note && { note: note.en }),
    ...(credit && { credit: credit.en }),
  };
  return cardSvg(
    { ...summary, theme, text: { ...summary.text, ...own } as typeof summary.text },
    size,
    "light",
    ground,
    letters,
  );
}

const number = (svg: string) => svg.match(/<text[^>]*font-size="(?:1[5-9]\d|[2-9]\d\d)[^>]*>/)?.[0] ?? "";

describe("a picture in a theme's look", () => {
  const plain = picture({});

  // What a picture can't show: digits other than its fonts', and a width other than its own.
  const unseen = (style: Partial<ThemeStyle>) =>
    style.figures !== undefined || style.max_width !== undefined || style.heading_font !== undefined;
  it.each(FURTHER.filter(({ style }) => !unseen(style)))(
    "is another one for each of its fields: $style",
    ({ style }) => {
      expect(
        picture(style, "theme", "area" in style && style.area === "off" ? published() : records()),
      ).not.toBe("area" in style && style.area === "off" ? picture({}, "theme", published()) : plain);
    },
  );

  it("has the number's colour, family and weight, and the rule's", () => {
    const svg = picture({ ...LOOKS.poster, number_font: ["Arial"], number_weight: 400 });
    expect(number(svg)).toContain('fill="#b01e28"');
    expect(number(svg)).toContain("PT Sans");
    expect(number(svg)).toContain('font-weight="400"');
    expect(svg).toMatch(/<rect[^>]*height="1[0-2][.\d]*" fill="#b01e28"/);
    expect(svg).toContain('text-anchor="middle"');
    expect(svg).toContain(records().text.label.split("·")[0]!.trim().toUpperCase().split(" ")[0]!);
  });

  it("has the number's weight, or the nearer one of the two that there are, and as the tag none of its own", () => {
    const weight = (style: Partial<ThemeStyle>) => /font-weight="(\d+)"/.exec(number(picture(style)))?.[1];
    expect(weight({})).toBe("400");
    for (const number_font of [undefined, ["Arial"], ["Georgia"]])
      for (const number_weight of [100, 200, 300, 400, 500, 600, 700, 800, 900])
        expect(weight({ number_weight, ...(number_font && { number_font }) }), `${number_weight}`).toBe(
          Math.abs(number_weight - 400) < Math.abs(number_weight - 700) ? "400" : "700",
        );
  });

  it("has the box that the tag has, for every edge, rule and fine line", () => {
    for (const { style, edge, top, closedBy } of BOXES) {
      const svg = picture(style);
      const box = /<rect x="([\d.]+)" y="\1"[^>]* fill="none" stroke="(#\w+)" stroke-width="([\d.]+)"/.exec(
        svg,
      );
      const over = /<path d="M0,([\d.]+)V0A0,0 0 0 1 0,0H1200A0,0 0 0 1 1200,0V\1Z" fill="#0b63ce"/.exec(svg);
      const inside = /<rect x="(?!0")[\d.]+"[^>]* height="([\d.]+)" fill="#0b63ce"/.exec(svg);
      const at = JSON.stringify(style);
      // Closed on all its sides, or on its top alone, as far as that has a rule.
      expect(box?.[2] ?? null, at).toBe(edge > 0 ? PLAIN_STYLE.light.border : null);
      expect(over !== null, at).toBe(edge > 0 && closedBy === "rule");
      expect(inside !== null, at).toBe(edge === 0);
      if (inside) expect(Number(inside[1]) > 0, at).toBe(top > 0);
      if (box && over) expect(Number(over[1]), at).toBeGreaterThanOrEqual(Number(box[3]) - 0.1);
    }
  });

  it("has its words clear of the rule, however heavy that is", () => {
    for (const letters of ["regular", "large"] as const)
      for (const rule_width of [0, 1, 4, 8, 12]) {
        const light = { ...PLAIN_STYLE.light, rule: "#0b63ce" };
        const svg = picture({ rule_width, light }, "theme", records(), SIZE, letters);
        const [, y, height] = /<rect x="[\d.]+" y="([\d.]+)"[^>]* height="([\d.]+)" fill="#0b63ce"/.exec(
          svg,
        )!;
        const tops = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]* font-size="([\d.]+)"/g)].map(
          ([, baseline, em]) => Number(baseline) - 0.75 * Number(em),
        );
        expect(Math.min(...tops), `${letters} ${rule_width}`).toBeGreaterThan(Number(y) + Number(height) + 4);
      }
  });

  it("has large letters as large as ever, whatever a theme's padding", () => {
    for (const size of [SIZE, { width: 720, height: 1080 }])
      for (const padding of [0, 8, 16, 24, 32, 40, 48])
        for (const lang of LANGS)
          for (const summary of [records(lang), published(lang)]) {
            const svg = picture({ padding }, "theme", summary, size, "large");
            const shown = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(
              ([, em]) => (Number(em) * 330) / size.width,
            );
            expect(Math.min(...shown), `${padding} ${lang} ${size.width}`).toBeGreaterThanOrEqual(10.95);
          }
  });

  it("has the paper's lines and its logo", () => {
    const svg = picture(LOOKS.signed!);
    for (const words of ["Graphics desk", "Courts publish late.", "The Paper"]) expect(svg).toContain(words);
    expect(svg).toContain('<path d="M0 0h400v100h-400z" fill="#161616"/>');
  });

  it("leaves out what the theme hides, and never what the number counts, how sure it is and who says so", () => {
    const { text } = records();
    const svg = picture({
      hidden: ["heading", "so-far", "change", "sparkline", "axis", "detail", "history"],
    });
    expect(svg).not.toContain(`>${text.heading}<`);
    expect(svg).not.toContain("<circle");
    expect(svg).toContain(text.number);
    for (const words of [text.label, text.status, text.source])
      expect(svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain(words.split(/\s/)[0]);
  });

  it("is on the theme's surface where nobody knows what is behind it", () => {
    const whole = `<rect width="1200" height="630" fill="#ffffff"/>`;
    expect(picture({ transparent: true })).not.toContain(whole);
    expect(picture({ transparent: true }, "surface")).toContain(whole);
    expect(picture({ radius: 8 }, "surface")).toContain(whole);
    expect(picture({ radius: 8 })).toMatch(/ rx="1[3-6]/);
  });

  property("keeps all its words inside, in any of them", () => {
    const looks = FURTHER.map(({ style }) => style);
    fc.assert(
      fc.property(
        fc.subarray([...looks, ...Object.values(LOOKS)], { maxLength: 6 }),
        fc.constantFrom(...LANGS),
        (some, lang) => {
          const svg = picture(Object.assign({}, ...some), "theme", records(lang));
          for (const [, x = "", y = "", rest = ""] of svg.matchAll(
            /<text x="([^"]*)" y="([^"]*)"([^>]*)>/g,
          )) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(SIZE.width);
            expect(Number(y)).toBeGreaterThan(0);
            expect(Number(y)).toBeLessThan(SIZE.height);
            expect(rest).not.toMatch(/NaN|undefined/);
          }
          expect(svg).not.toMatch(/NaN|undefined/);
        },
      ),
      runs(60),
    );
  });
});
