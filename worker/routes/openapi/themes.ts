import type { ZodOpenApiPathsObject } from "zod-openapi";
import { CompareBody } from "../../contract/compare.ts";
import { Oembed } from "../../contract/embed.ts";
import { Summary } from "../../contract/summary.ts";
import { ThemeStyle } from "../../contract/theme.ts";
import {
  DraftQuery,
  DraftReadQuery,
  PublishedTheme,
  ThemeDraft,
  ThemePath,
  ThemePublication,
  ThemesBody,
  ThemeVersionsBody,
} from "../../contract/theme-answers.ts";
import { ANSWER_HEADERS, NOT_MODIFIED, refusals } from "./responses.ts";
import { SENT, securedPaths } from "./secured.ts";

const TAG = "Themes";
const EDITOR = { roles: "editor or admin", params: ThemePath };

const SECURED = securedPaths(TAG, {
  "/v1/themes": {
    get: {
      summary: "All themes that are published or being worked on",
      roles: "editor, desk or admin",
      answer: ThemesBody,
    },
  },
  "/v1/themes/{slug}": {
    put: {
      ...EDITOR,
      summary: "Publish a style as the theme's next version",
      body: ThemeStyle,
      answer: PublishedTheme,
      also: [201, 202],
      refused: [412, 428, ...SENT],
      ifMatch: true,
    },
    delete: {
      ...EDITOR,
      summary: "Delete a theme: pages that name it then show the default one; its versions are kept",
      answer: null,
      status: 204,
      refused: [404, 409, 412, 428],
      ifMatch: true,
    },
  },
  "/v1/themes/{slug}/versions": {
    get: {
      ...EDITOR,
      summary: "All versions of a theme, newest first",
      answer: ThemeVersionsBody,
    },
  },
  "/v1/themes/{slug}/publish": {
    post: {
      ...EDITOR,
      summary: "Publish the draft, or an earlier version again",
      body: ThemePublication,
      also: [202],
      answer: PublishedTheme,
      refused: [404, 412, ...SENT],
      ifMatch: true,
    },
  },
  "/v1/themes/{slug}/draft": {
    get: {
      ...EDITOR,
      summary: "The draft of a theme",
      query: DraftReadQuery,
      answer: ThemeDraft,
      nothing: "There is no draft, and that was asked for (`or=nothing`).",
      refused: [400, 404],
    },
    put: {
      ...EDITOR,
      summary: "Save the draft of a theme; it may still be illegible",
      query: DraftQuery,
      body: ThemeStyle,
      answer: ThemeDraft,
      refused: [400, 412, 428, ...SENT],
      ifMatch: true,
    },
    delete: {
      ...EDITOR,
      summary: "Discard the draft of a theme",
      answer: null,
      status: 204,
      refused: [404, 412, 428],
      ifMatch: true,
    },
  },
});

/** What would be answered with a style that isn't published. */
function previewOf(what: string, of: string, type: string, schema: object): ZodOpenApiPathsObject {
  return {
    [`/v1/themes/{slug}/preview/${what}`]: {
      post: {
        operationId: `postThemesSlugPreview${of}`,
        tags: [TAG],
        summary: `What \`${what === "oembed" ? "" : "/v1"}/${what}\` would answer if this style were the theme's published one`,
        description:
          "For an editor's preview: takes the same parameters, keeps nothing, and answers only pages of this origin and programs. `theme`, or in an oEmbed's `url`, has to name the theme.",
        requestParams: { path: ThemePath },
        requestBody: { required: true, content: { "application/json": { schema: ThemeStyle } } },
        responses: {
          200: { description: "The answer.", content: { [type]: { schema } } },
          ...refusals(400, 403, 404, 408, 413, 415, 422, 429, 500, 503),
        },
      },
    },
  };
}

/** Themes: one address for everybody, the others for editors. */
export const THEME_PATHS: ZodOpenApiPathsObject = {
  ...SECURED,
  ...previewOf("summary", "Summary", "application/json", Summary),
  ...previewOf("compare", "Compare", "application/json", CompareBody),
  ...previewOf("oembed", "Oembed", "application/json", Oembed),
  ...previewOf("card.png", "CardPng", "image/png", { type: "string", format: "binary" }),
  "/v1/themes/{slug}": {
    get: {
      operationId: "getThemesSlug",
      tags: [TAG],
      summary: "A published theme",
      description:
        'The look of embeds that name it. Its `ETag` is its version, `"v3"`. It is not a statistic, so it names no edition.',
      requestParams: { path: ThemePath },
      responses: {
        200: {
          description: "The answer.",
          headers: ANSWER_HEADERS,
          content: { "application/json": { schema: PublishedTheme } },
        },
        304: NOT_MODIFIED,
        ...refusals(400, 404, 406, 500, 503),
      },
    },
    ...SECURED["/v1/themes/{slug}"],
  },
};
