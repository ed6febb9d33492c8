import { z } from "zod";
import { ROLES } from "../contract/tokens.ts";

/** Who a rule means: an address, all addresses of a domain, or whoever has a claim of the identity provider. */
export const AccessRule = z.union([
  z
    .string()
    .regex(/^[\w-]+=.+$/)
    .transform((rule) => {
      const at = rule.indexOf("=");
      return { claim: rule.slice(0, at), value: rule.slice(at + 1) };
    }),
  z
    .string()
    .regex(/^@[^@\s=]+$/)
    .transform((rule) => ({ domain: rule.slice(1).toLowerCase() })),
  z
    .string()
    .regex(/^[^@\s=]+@[^@\s=]+$/)
    .transform((rule) => ({ email: rule.toLowerCase() })),
]);
export type AccessRule = z.infer<typeof AccessRule>;

export const AccessRules = z.partialRecord(z.enum(ROLES), z.array(AccessRule));
export type AccessRules = z.infer<typeof AccessRules>;

/** Text of JSON, as a secret is; or JSON, as a variable may be. */
const Json = z.preprocess((given, { issues }) => {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    issues.push({ code: "custom", message: "isn't JSON", input: "" });
    return z.NEVER;
  }
}, AccessRules);

const Settings = z
  .object({
    ACCESS_TEAM: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "is a host: newsroom.cloudflareaccess.com"),
    ACCESS_AUD: z.string().min(1, "is the AUD tag of the Access application"),
    ACCESS_ROLES: Json,
  })
  .transform(({ ACCESS_TEAM: team, ACCESS_AUD: audience, ACCESS_ROLES: rules }) => ({
    team,
    audience,
    rules,
  }));
export type AccessSettings = z.infer<typeof Settings>;

/** The settings, or in which of them something is wrong, by name and never by value. */
export type AccessReading = { settings: AccessSettings } | { faults: string[] };

/**
 * What the deployment says of Cloudflare Access; null: it isn't used here. Where it is to be used, but what is said
 * can't be understood, this way in is shut: nobody may slip in by a slip of the pen.
 */
export function accessSettings(env: object): AccessReading | null {
  if (!("ACCESS_TEAM" in env) || env.ACCESS_TEAM === "") return null;
  const read = Settings.safeParse(env);
  if (read.success) return { settings: read.data };
  return { faults: read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) };
}
