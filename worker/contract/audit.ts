import { z } from "zod";
import { Instant } from "./common.ts";

/** What leaves a line in the audit. */
export const AUDIT_ACTIONS = [
  "open",
  "part",
  "stage",
  "hold",
  "discard",
  "publish",
  "revert",
  "withdraw",
  "redact",
  "theme-draft",
  "theme-draft-discard",
  "theme-publish",
  "theme-delete",
  "token-create",
  "token-revoke",
  "session-start",
  "session-end",
  "embargo",
  "embargo-lift",
  "source-set",
  "source-delete",
  "source-run",
  "hook-create",
  "hook-set",
  "hook-delete",
  "hook-test",
  "code",
  "code-undo",
  "code-stage",
  "edition-addition",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who changed what, when. */
export const AuditEntry = z
  .object({
    at: Instant,
    who: z
      .string()
      .meta({ description: "Label of the token, or a pseudonym by Cloudflare Access; not a person's name" }),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string().meta({
      description:
        "What was changed: id of a batch, an edition, a token or a hook, slug of a theme or a source, or key of a case",
    }),
    detail: z
      .record(z.string(), z.unknown())
      .meta({ description: "Further details, which depend on the action" }),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional().meta({
    description: "`next` of the page before. Default: the newest page",
    example: 200,
  }),
});

export const AuditBody = z.object({
  entries: z.array(AuditEntry).meta({ description: "Newest first" }),
  next: z.int().optional().meta({ description: "`before` of the next page; missing on the last" }),
});
export type AuditBody = z.infer<typeof AuditBody>;
