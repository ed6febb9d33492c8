import type { Context } from "hono";
import { RATE_PERIOD_S } from "../config.ts";
import { logFailure } from "../log.ts";
import type { Failure } from "../problem.ts";

export const TOO_MANY: Failure = { kind: "too-many-requests", retry_after_s: RATE_PERIOD_S };

/**
 * Whether this key may go on; counts this time. A deployment without the limiter has no limit, nor has one whose
 * limiter fails: a correction must get out.
 */
export async function isWithin(limiter: RateLimit | undefined, key: string): Promise<boolean> {
  if (!limiter) return true;
  try {
    return (await limiter.limit({ key })).success;
  } catch (error) {
    logFailure("limiter-failed", error);
    return true;
  }
}

/**
 * From where a request comes, as far as one sender can be told from another: an IPv4 address, or the 64 bits that one
 * connection gets of IPv6. Null where Cloudflare doesn't say.
 */
export function senderOf(c: Context): string | null {
  const address = c.req.header("CF-Connecting-IP");
  return address ? networkOf(address) : null;
}

/** @param address IPv4 or IPv6, in any of its ways to be written */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = "", tail] = address.split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill("0"), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
