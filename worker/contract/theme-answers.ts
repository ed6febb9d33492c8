import { z } from "zod";
import { Instant } from "./common.ts";
import { ThemeSlug, ThemeStyle } from "./theme.ts";

const version = z.int().min(1).meta({ description: "Counts the theme's publications" });
const by = z.string().meta({ description: "Label of the token, not a person's name" });

/** A theme as readers' pages get it. */
export const PublishedTheme = z
  .object({ slug: ThemeSlug, version, published_at: Instant, style: ThemeStyle })
  .meta({ id: "PublishedTheme" });
export type PublishedTheme = z.infer<typeof PublishedTheme>;

export const ThemeDraft = z
  .object({
    slug: ThemeSlug,
    revision: z.int().min(1).meta({ description: "Grows with each change" }),
    style: ThemeStyle,
    based_on: z.int().min(1).nullable().meta({
      description: "The published version that its editor has seen; null: there was none",
    }),
    at: Instant,
    by,
  })
  .meta({ id: "ThemeDraft" });
export type ThemeDraft = z.infer<typeof ThemeDraft>;

export const ThemeLine = z
  .object({
    slug: ThemeSlug,
    name: z.string(),
    published: z.object({ version, at: Instant, by }).nullable(),
    draft: z.object({ revision: z.int(), at: Instant, by }).nullable(),
  })
  .meta({ id: "ThemeLine" });
export type ThemeLine = z.infer<typeof ThemeLine>;

export const ThemesBody = z.object({ themes: z.array(ThemeLine) });

export const ThemeVersion = z
  .object({
    version,
    at: Instant,
    by,
    style: ThemeStyle.nullable().meta({ description: "null: the theme was deleted with this version" }),
  })
  .meta({ id: "ThemeVersion" });
export type ThemeVersion = z.infer<typeof ThemeVersion>;

export const ThemeVersionsBody = z.object({
  versions: z.array(ThemeVersion).meta({ description: "Newest first" }),
});

/** Publishes the draft, or where a version is named that one again. */
export const ThemePublication = z.strictObject({ version: version.optional() });

export const ThemePublished = z.object({ slug: ThemeSlug, version });

export const ThemePath = z.object({
  slug: ThemeSlug.meta({ description: "The theme's slug", example: "default" }),
});

export const DraftReadQuery = z.strictObject({
  or: z.enum(["nothing"]).optional().meta({
    description: "`nothing`: where there is no draft, the answer is 204. Default: it is 404",
    example: "nothing",
  }),
});

export const DraftQuery = z.strictObject({
  based_on: z.coerce.number().int().min(0).optional().meta({
    description:
      "The published version that the editor has seen; 0 for none. Default: unchanged; for a new draft, the version in force",
    example: 1,
  }),
});
