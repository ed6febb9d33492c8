import type { JWTPayload } from "jose";
import { ROLES } from "../contract/tokens.ts";
import { instantOf } from "../domain/calendar.ts";
import { sha256Hex } from "../domain/digest.ts";
import type { Failure } from "../problem.ts";
import { notTaken } from "./assertion.ts";
import type { Holder } from "./holder.ts";
import { roleOf } from "./role.ts";
import type { AccessRules } from "./settings.ts";

/** 48 bits: enough to tell the people of a newsroom apart. */
const PSEUDONYM_CHARACTERS = 12;

/**
 * Whom Access vouches for. Their e-mail address decides on the role and is forgotten; what is shown and stored is a
 * pseudonym, the same each time.
 */
export async function personOf(payload: JWTPayload, rules: AccessRules): Promise<Holder | Failure> {
  const { iss, sub, exp } = payload;
  // A service has an empty one, and sends a token of the desk as well.
  if (!sub || exp === undefined) return notTaken("it names no person");
  const role = roleOf(payload, rules);
  if (!role) return { kind: "forbidden", needs: ROLES.join(" or "), has: null, via: "access" };
  const id = `access:${(await sha256Hex(`${iss} ${sub}`)).slice(0, PSEUDONYM_CHARACTERS)}`;
  return { id, label: id, role, via: "access", expires_at: instantOf(exp * 1_000) };
}
