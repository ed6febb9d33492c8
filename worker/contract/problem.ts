import { z } from "zod";
import { PublishedTheme, ThemeDraft } from "./theme-answers.ts";

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.object({
          parameter: z.string(),
          message: z.string(),
          allowed: z.array(z.string()).optional(),
          code: z
            .string()
            .optional()
            .meta({ description: "Of an address or a coding that isn't taken: why", example: "private" }),
        }),
      )
      .optional(),
    current: z
      .union([PublishedTheme, ThemeDraft])
      .nullable()
      .optional()
      .meta({ description: "What stands in the way of a change, whole; null: nothing does any more" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
