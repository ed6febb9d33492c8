import { z } from "zod";

const Storage = z.enum(["ok", "slow", "down"]).meta({
  description: "`slow`: it takes more than a second, or doesn't answer at all. `down`: it fails",
});
export type StorageState = z.infer<typeof Storage>;

export const HealthBody = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  edition: z.string().nullable(),
  age_s: z
    .number()
    .nullable()
    .meta({ description: "Seconds since the edition was last confirmed as current" }),
  undistributed: z.string().optional().meta({
    description: "Id of an edition that was committed but doesn't reach readers; a revert undoes it",
  }),
  storage: z.object({ d1: Storage, kv: Storage }),
  sources: z.object({ failing: z.int(), held: z.int() }).optional().meta({
    description:
      "Watched tables that can't be read, and their editions that wait for a person; missing where D1 doesn't say",
  }),
  schema: z.object({ found: z.int(), needed: z.int() }).optional().meta({
    description:
      "The database's and the Worker's version, where they differ: the desk has to wait, readers are served",
  }),
  evidence: z
    .object({ until: z.iso.date(), age_days: z.int().min(0), old: z.boolean() })
    .nullable()
    .meta({
      description:
        "The newest day that the edition has evidence for, and whether that is long ago: 21 days for records, 120 for published figures",
    }),
  access: z.object({ state: z.enum(["off", "on", "shut"]), faults: z.array(z.string()).optional() }).meta({
    description:
      "Signing in through Cloudflare Access; `shut`: its settings can't be understood, and `faults` says where",
  }),
});
export type HealthBody = z.infer<typeof HealthBody>;
