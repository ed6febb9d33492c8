import { z } from "zod";

const Storage = z.enum(["ok", "down"]);

export const HealthBody = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  edition: z.string().nullable(),
  age_s: z
    .number()
    .nullable()
    .meta({ description: "Seconds since the edition was last confirmed as current" }),
  storage: z.object({ d1: Storage, kv: Storage }),
});
export type HealthBody = z.infer<typeof HealthBody>;
