import { z } from "zod";
import { COMPARED_PERIODS_MAX } from "../config.ts";
import { PeriodSpan, periodSpans } from "./period.ts";
import { SummaryQuery } from "./query.ts";
import { THEME_CHARTS } from "./theme.ts";

/** A frame stands by itself: within a sentence there is no place for one. */
export const FRAME_LAYOUTS = ["card", "strip", "number"] as const;
export type FrameLayout = (typeof FRAME_LAYOUTS)[number];

/** One period against others, as `/v1/compare` has it: no counter, but shown in the same ways. */
export const COMPARISON = {
  period: PeriodSpan.optional().meta({
    description:
      "With `layout=compare`, and needed there: the week, month, quarter, half-year or year that is compared, or the first and the last of several. For instance `2023-H1`. Default: none",
  }),
  with: periodSpans(COMPARED_PERIODS_MAX).optional().meta({
    description:
      "With `layout=compare`, and needed there: the periods that it is compared with, joined by commas. For instance `2022,2021`. Default: none",
  }),
};

/** The summary's own parameters, and the element's attributes that make sense in a frame. */
export const EmbedQuery = SummaryQuery.extend({
  layout: z
    .enum([...FRAME_LAYOUTS, "compare"])
    .optional()
    .meta({
      description: "Shape; `compare`: one period against others. Default: the theme's, else card",
      example: "strip",
    }),
  ...COMPARISON,
  chart: z.enum(THEME_CHARTS).optional().meta({
    description: "Kind of sparkline. Default: the theme's, else line",
    example: "bars",
  }),
  heading: z.string().regex(/^$/, "nothing: words of a publisher's own stand in a theme").optional().meta({
    description:
      "Empty: no heading, for pages that have one of their own. Default: the theme's, else the service's",
    example: "",
  }),
  "color-scheme": z.enum(["light", "dark", "host"]).default("light").meta({
    description:
      "Colours. A frame can't see the page around it; `host` takes what the browser tells it: the `color-scheme` of the frame's own element or, in older browsers, the reader's system",
    example: "dark",
  }),
  refresh: z.enum(["off", "auto"]).default("off").meta({
    description: "auto: keeps the number up to date while the page is visible",
    example: "auto",
  }),
});

/** The element itself in another page, which the page's own scheme and letters reach. */
export const FragmentQuery = EmbedQuery.extend({
  "color-scheme": z.enum(["light", "dark", "host"]).default("host").meta({
    description:
      "Colours; `host`: those of the text around it, on the page's own background, or those of the theme that is named",
    example: "dark",
  }),
});

export type EmbedQuery = z.output<typeof EmbedQuery>;
export type EmbedParameter = keyof EmbedQuery;

const side = z.coerce.number().int().min(1).max(10_000).optional();

/** Not strict: consumers add parameters of their own, and would get no embed. */
export const OembedQuery = z.object({
  url: z.string().min(1).max(2_000).meta({
    description:
      "Address of an embed (`/embed?…`) or of this deployment's demo page, complete or relative to its root",
    example: "/embed?offence=awol&lang=uk",
  }),
  format: z.string().max(40).default("json").meta({
    description: "`json` or `xml`; anything else is answered with 501, as oEmbed prescribes",
    example: "xml",
  }),
  maxwidth: side.meta({
    description: "Greatest width for which the page has room, in pixels. Default: no limit",
    example: 480,
  }),
  maxheight: side.meta({
    description: "Greatest height for which the page has room, in pixels. Default: no limit",
    example: 600,
  }),
  dnt: z.string().optional().meta({
    description:
      "Sent by WordPress, which listens for a frame's height only if a `<blockquote>` stands before it. So `html` then begins with one: the statement and its source, which WordPress hides once the frame has reported. Default: the frame alone",
    example: "1",
  }),
});
export type OembedQuery = z.output<typeof OembedQuery>;

/** oEmbed 1.0, type `rich` (https://oembed.com, 2.3.4.4). */
export const Oembed = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.url(),
    cache_age: z
      .int()
      .meta({ description: "Seconds for which this answer may be kept; the frame renews itself" }),
    thumbnail_url: z.url().optional().meta({
      description:
        "The statement as a picture; its address changes with the edition. Missing where there is too little room for one",
    }),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
    width: z.int(),
    height: z.int(),
    html: z.string().meta({ description: "The frame" }),
  })
  .meta({ id: "Oembed" });
export type Oembed = z.infer<typeof Oembed>;
