import type { Role } from "../contract/tokens.ts";
import type { AccessRule, AccessRules } from "./settings.ts";

/** Whoever fits several roles gets the first of these. */
const ORDER: readonly Role[] = ["admin", "desk", "editor"];

/**
 * What Cloudflare Access vouches for. Two claims decide on a role: `email`, and `custom` with what the identity
 * provider adds, as it was chosen in the settings of Access.
 */
export type AccessClaims = Readonly<Record<string, unknown>>;

/** The role that the deployment's rules give to whom Access vouches for; null: none. */
export function roleOf(claims: AccessClaims, rules: AccessRules): Role | null {
  return ORDER.find((role) => rules[role]?.some((rule) => fits(claims, rule))) ?? null;
}

function fits({ email, custom }: AccessClaims, rule: AccessRule): boolean {
  if ("claim" in rule) {
    const value = isRecord(custom) && Object.hasOwn(custom, rule.claim) ? custom[rule.claim] : undefined;
    return Array.isArray(value) ? value.includes(rule.value) : value === rule.value;
  }
  if (typeof email !== "string") return false;
  const address = email.toLowerCase();
  return "email" in rule
    ? address === rule.email
    : address.slice(address.lastIndexOf("@") + 1) === rule.domain;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
