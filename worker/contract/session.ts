import { z } from "zod";
import { Instant } from "./common.ts";
import { ROLES } from "./tokens.ts";

export const SessionRequest = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: "A token that is in force" }),
});

export const SessionQuery = z.object({
  or: z.enum(["nobody"]).optional().meta({
    description: "`nobody`: where nobody is signed in, the answer is 204. Default: it is 401",
    example: "nobody",
  }),
});

/** Who is signed in, as the studio shows it. */
export const SessionBody = z
  .object({
    label: z
      .string()
      .meta({ description: "Label of the token, or a pseudonym by Cloudflare Access; not a person's name" }),
    role: z.enum(ROLES),
    via: z
      .enum(["token", "access"])
      .meta({ description: "Through a token of this desk, or through Cloudflare Access" }),
    expires_at: Instant,
  })
  .meta({ id: "Session" });
export type SessionBody = z.infer<typeof SessionBody>;
