import fc from "fast-check";
import { describe, expect, it, test as property } from "vitest";
import { logoOf, settingsOf } from "../../../../widget/look/understood.ts";
import { KINDS } from "../../../../widget/stats/understood.ts";
import type { SummaryTheme } from "../../../../worker/contract/theme.ts";
import { ThemeStyle } from "../../../../worker/contract/theme.ts";
import { lookOf } from "../../../../worker/domain/theme/look.ts";
import { FURTHER, LOOKS, PLAIN_STYLE } from "../../../fixtures/looks.ts";
import { runs } from "../../../runs.ts";

const read = (look: unknown) => settingsOf({ look } as Partial<SummaryTheme>, KINDS);

describe("a look that the service sends", () => {
  it("is understood as it is, whatever a theme says", () => {
    for (const style of [...FURTHER.map((one) => one.style), ...Object.values(LOOKS)]) {
      const look = lookOf(ThemeStyle.parse({ ...PLAIN_STYLE, ...style }));
      expect(read(look)).toEqual(look);
    }
    const { logo } = LOOKS.signed!;
    expect(logoOf({ logo }, KINDS)).toEqual(logo);
  });
});

describe("a hostile look", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.double(),
    fc.string(),
    fc.constantFrom(
      ...[
        "url(https://evil.test/x)",
        "image-set('x' 1x)",
        "9999px",
        "100vw",
        "-40px",
        "calc(1px*9999)",
        "red;top:0",
        "50000",
        "9e9",
      ],
      ...["var(--x)", "expression(1)", "1e9px", "attr(x)", "999em", "\\75rl(x)", "100%", "inherit url(x)"],
    ),
  );

  property(
    "is words, weights, few pixels and names of families, and nothing that loads or takes a page over",
    () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string(), value), (look) => {
          for (const [name, one] of Object.entries(read(look))) {
            if (one === null || one === undefined) continue;
            if (typeof one === "number")
              expect(one <= (name === "chart-height" ? 320 : name === "max-width" ? 9e15 : 48)).toBe(true);
            // A family's name stands in quotes, so digits in it measure nothing.
            else if (Array.isArray(one))
              for (const family of one) expect(String(family)).not.toMatch(/[()\\;:"'/%]/);
            // Parts of one may be as fine as they like: ".1234" is an opacity.
            else expect(String(one)).not.toMatch(/[()\\;:"'/%]|(?<!\.\d*)[1-9]\d{3}|\dpx|\dem|\dv/);
          }
        }),
        runs(500),
      );
    },
  );

  it.each([
    null,
    [],
    "x",
    { width: 1 },
    { width: 1e9, height: 1, paths: [] },
    { width: 10, height: 10, paths: "x" },
  ])("has no logo that is none: %j", (logo) => {
    expect(logoOf({ logo } as unknown as Partial<SummaryTheme>, KINDS)?.paths ?? []).toEqual([]);
  });

  it("has no colour that is an address, and no endless path", () => {
    const logo = {
      width: 10,
      height: 10,
      label: "x",
      paths: [{ d: "M0 0".repeat(9_000), fill: "url(https://evil.test)", href: "x" }],
    };
    const [path] = logoOf({ logo } as unknown as Partial<SummaryTheme>, KINDS)!.paths;
    expect(path).toMatchObject({ fill: null, href: null });
    expect(path!.d.length).toBeLessThanOrEqual(8_000);
  });
});
