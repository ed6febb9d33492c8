import { z } from "zod";

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as our feeds use it. */
export const JsonFeed = z
  .object({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    description: z.string(),
    language: z.string(),
    home_page_url: z.url(),
    feed_url: z.url(),
    authors: z.array(z.object({ name: z.string() })),
    items: z
      .array(
        z.object({
          id: z.string(),
          url: z.url(),
          title: z.string(),
          content_text: z.string(),
          date_published: z.string(),
        }),
      )
      .meta({ description: "Newest first" }),
  })
  .meta({ id: "JsonFeed" });
export type JsonFeed = z.infer<typeof JsonFeed>;
