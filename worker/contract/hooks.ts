import { z } from "zod";
import { Instant } from "./common.ts";
import { plainText } from "./plain-text.ts";
import { LANGS } from "./terms.ts";

export const HOOK_SHAPES = ["slack", "discord", "json"] as const;
export type HookShape = (typeof HOOK_SHAPES)[number];

export const HOOK_EVENTS = [
  "edition-published",
  "edition-held",
  "source-failing",
  "court-silent",
  "evidence-old",
  "final-week-corrected",
] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** Where notices go, as an admin sets it. */
export const HookRequest = z.strictObject({
  label: plainText(80).min(2, "at least 2 characters were expected").meta({
    description: "What it is for; not a person's name",
    example: "Slack, #data-desk",
  }),
  url: z.string().min(1).max(2_000).meta({
    description:
      "https address that takes the notices. It is stored, since it has to be called, and never shown again",
    example: "https://hooks.slack.com/services/…",
  }),
  shape: z.enum(HOOK_SHAPES).meta({
    description: "`slack` and `discord`: a message as these take it; `json`: the notice itself, signed",
  }),
  lang: z.enum(LANGS).default("en"),
  events: z
    .array(z.enum(HOOK_EVENTS))
    .min(1)
    .max(HOOK_EVENTS.length)
    .refine((events) => new Set(events).size === events.length, "each event once")
    .default([...HOOK_EVENTS]),
  old_after_days: z.int().min(7).max(730).default(60).meta({
    description: "`evidence-old`: from how many days after the end of the headline's period on",
  }),
});
export type HookRequest = z.output<typeof HookRequest>;

/** The same, for one that is there. */
export const HookChange = HookRequest.extend({
  url: HookRequest.shape.url.optional().meta({ description: "Omitted: where it goes now" }),
});
export type HookChange = z.output<typeof HookChange>;

export const Hook = HookRequest.omit({ url: true })
  .extend({
    id: z.string(),
    host: z
      .string()
      .meta({ description: "Of the address; the rest of it may be a key", example: "hooks.slack.com" }),
    created_at: Instant,
    created_by: z.string(),
  })
  .meta({ id: "Hook" });
export type Hook = z.infer<typeof Hook>;

export const DELIVERY_STATES = ["pending", "delivered", "given-up"] as const;

/** What became of a notice at a hook. */
export const Delivery = z
  .object({
    notice: z.string(),
    event: z.enum([...HOOK_EVENTS, "test"]),
    at: Instant.meta({ description: "When it happened" }),
    state: z.enum(DELIVERY_STATES),
    tries: z.int(),
    tried_at: Instant.nullable(),
    next_try_at: Instant.nullable(),
    answered: z
      .string()
      .nullable()
      .meta({ description: "The last answer: a status, or why there was none", example: "503" }),
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;

export const HooksBody = z.object({ hooks: z.array(Hook) });
export const HookBody = z.object({
  hook: Hook,
  deliveries: z.array(Delivery).meta({ description: "The last 50, newest first" }),
});
export const HookCreated = z.object({
  hook: Hook,
  key: z
    .string()
    .nullable()
    .meta({ description: "`json`: the key of the signature, shown this once; null for the other shapes" }),
});
export const HookChanged = z.object({
  hook: Hook,
  key: z
    .string()
    .nullable()
    .meta({ description: "The key of the signature where it became `json`; null: nothing new to keep" }),
});
export const HookTested = z.object({ delivery: Delivery });

/** What a `json` hook is sent; `X-Signature-256` has `sha256=` and the HMAC-SHA256 of these bytes by the hook's key. */
export const Notice = z
  .object({
    id: z
      .string()
      .meta({ description: "The same for each try: a receiver that has seen it needn't act again" }),
    event: z.enum([...HOOK_EVENTS, "test"]),
    at: Instant,
    lang: z.enum(LANGS),
    text: z.string(),
    url: z.string().meta({ description: "Where to look" }),
    edition: z.string().nullable(),
  })
  .meta({ id: "Notice" });
export type Notice = z.infer<typeof Notice>;
