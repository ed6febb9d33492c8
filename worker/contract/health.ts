import { z } from "zod";

const Storage = z.enum(["ok", "down"]);

export const HealthBody = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  edition: z.string().nullable(),
  age_s: z
    .number()
    .nullable()
    .meta({ description: "Seconds since the edition was last confirmed as current" }),
  undistributed: z.string().optional().meta({
    description: "Id of an edition that was committed and doesn't reach the readers; a revert takes it back",
  }),
  storage: z.object({ d1: Storage, kv: Storage }),
});
export type HealthBody = z.infer<typeof HealthBody>;
