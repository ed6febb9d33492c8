import { z } from "zod";
import { plainText } from "./plain-text.ts";
import { LANGS } from "./terms.ts";
import { Logo, Look } from "./theme-look.ts";

/** A theme's address, and its name in an embed's `theme` attribute. */
export const ThemeSlug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "a theme's slug: small letters, digits, hyphens");

/** One opaque colour as `#rrggbb`: whatever an editor types is parsed to it before it gets here. */
export const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, "a colour as #rrggbb")
  .meta({ example: "#b01e28" });

/** Words on one line, without markup. */
const PLAIN = /^[^<>\r\n\t]*$/;

/** What the element's custom properties are set to, in one colour scheme. */
export const Palette = z
  .strictObject({
    ink: Colour,
    muted: Colour,
    surface: Colour,
    accent: Colour,
    border: Colour,
    number: Colour.optional().meta({ description: "The number. Default: ink" }),
    rule: Colour.optional().meta({ description: "The rule on top. Default: ink" }),
  })
  .meta({ id: "Palette" });
export type Palette = z.infer<typeof Palette>;

/**
 * Families of type, in the order in which they are tried. A name has letters, digits, blanks and hyphens only, so
 * that it can't leave its place in a style; the element quotes it.
 */
const FamilyName = z.string().regex(/^[A-Za-z0-9À-ӿ][A-Za-z0-9À-ӿ -]{0,39}$/, "the name of a typeface");
export const FontStack = z.array(FamilyName).max(6);

export const THEME_LAYOUTS = ["card", "strip", "inline", "number"] as const;
export const THEME_CHARTS = ["line", "bars", "none"] as const;
export const DENSITIES = ["compact", "regular", "airy"] as const;
/** The parts that a theme may hide. What a number counts, how sure it is and where it comes from always stand. */
export const HIDEABLE_PARTS = [
  "heading",
  "so-far",
  "change",
  "sparkline",
  "axis",
  "detail",
  "history",
] as const;

/** How an embed looks. It is data: nothing in it can be markup, an address, or a rule of its own. */
export const ThemeStyle = z.strictObject({
  name: plainText(60).trim().min(1).regex(PLAIN, "a name without < > or line breaks"),
  light: Palette,
  dark: Palette,
  font: FontStack.default([]).meta({ description: "Empty: the page's own typeface" }),
  radius: z.int().min(0).max(24).default(0).meta({ description: "Corners, in pixels" }),
  density: z.enum(DENSITIES).default("regular"),
  number_size: z.number().min(1.5).max(8).nullable().default(null).meta({
    description: "Size of the number in em; null: set by the width of the column",
  }),
  layout: z.enum(THEME_LAYOUTS).default("card"),
  chart: z.enum(THEME_CHARTS).default("line"),
  lang: z.enum(LANGS).nullable().default(null).meta({
    description: "Language where the page names none; null: en",
  }),
  headings: z
    .partialRecord(
      z.enum(LANGS),
      plainText(120).trim().min(1).regex(PLAIN, "a heading without < > or line breaks"),
    )
    .default({})
    .meta({ description: "The paper's own heading, by language" }),
  hidden: z.array(z.enum(HIDEABLE_PARTS)).max(HIDEABLE_PARTS.length).default([]),
  heading_font: FontStack.optional().meta({ description: "Of the heading. Default: `font`" }),
  number_font: FontStack.optional().meta({ description: "Of the number. Default: `font`" }),
  ...Look,
});
export type ThemeStyle = z.infer<typeof ThemeStyle>;

/** A theme as it stands in a summary: what the element needs of it, and no more. `default` has its slug alone. */
export const SummaryTheme = z
  .object({
    slug: z.string(),
    version: z.int().optional(),
    ...ThemeStyle.pick({
      light: true,
      dark: true,
      font: true,
      radius: true,
      density: true,
      number_size: true,
      layout: true,
      chart: true,
      hidden: true,
    }).partial().shape,
    font: z.array(FamilyName).max(10).optional().meta({
      description: "The theme's families, and behind them such of their kind as readers' machines have",
    }),
    look: z
      .record(z.string(), z.union([z.string(), z.number(), z.array(FamilyName).max(10)]))
      .optional()
      .meta({
        description:
          "What differs from the element's own, under the names of its custom properties without `--ds-`: a number is pixels, a list families of type. The fields beside it say the same in the words of a theme",
        example: { "number-weight": "700", padding: 16 },
      }),
    logo: Logo.optional(),
  })
  .meta({ id: "SummaryTheme" });
export type SummaryTheme = z.infer<typeof SummaryTheme>;
