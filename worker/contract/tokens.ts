import { z } from "zod";
import { plainText } from "./plain-text.ts";

export const ROLES = ["editor", "desk", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A desk token as admins see it; the secret is shown once, when it is made, and kept by nobody here. */
export const Token = z
  .object({
    id: z.string(),
    label: z.string(),
    role: z.enum(ROLES),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
    revoked_at: z.iso.datetime().nullable(),
    last_used_on: z.iso.date().nullable(),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof Token>;

export const TokenRequest = z.strictObject({
  label: plainText(80)
    .min(2)
    // That is how those are shown whom Cloudflare Access vouches for.
    .regex(/^(?!access:)/)
    .meta({ description: "What the token is for; not a person's name, nor `access:…`" }),
  role: z.enum(ROLES),
  days: z.int().min(1).max(3_650).default(365).meta({ description: "Days until it expires" }),
});
