import type { AddressFaultCode } from "../contract/sources.ts";
import type { ParameterError } from "../problem.ts";

/** What an address is judged by. */
export interface Reach {
  /** Host and port of this deployment. */
  ownHost: string;
  /** For tests and one's own machine: plain http to this machine is let in. */
  local: boolean;
}

/** Names that mean this machine or a network of one's own, whatever stands before them. */
const OWN_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Why an address isn't taken: a code, so that each reader can say it in words of their own, and an English sentence. */
export interface AddressFault {
  code: AddressFaultCode;
  text: string;
}

/**
 * Why nothing may be fetched from, or sent to, an address; null where it may. It is asked again of each redirect. What
 * a public name resolves to isn't seen here: a Worker's requests leave from Cloudflare's network, which leads to no
 * newsroom's own (docs/security.md).
 */
export function refuseAddress(address: string, { ownHost, local }: Reach): AddressFault | null {
  const url = URL.parse(address.trim());
  if (!url) return fault("malformed", "A whole address was expected, such as https://…");
  if (url.username || url.password) {
    return fault(
      "credentials",
      "An address with a name or a password in it isn't taken: make the password a secret of the deployment.",
    );
  }
  const host = url.hostname.replace(/\.$/, "");
  if (host !== "" && host.split(".").includes(""))
    return fault("malformed", "A name with two dots in a row is no host's.");
  if (isOwn(url, host, ownHost)) return fault("own", "This is an address of this deployment itself.");
  if (local && isThisMachine(host) && /^https?:$/.test(url.protocol)) return null;
  if (url.protocol !== "https:") return fault("scheme", "An https address was expected.");
  if (isIp(host)) {
    if (isPublicIp(host)) return null;
    return fault("private", "Addresses of private, local and reserved networks aren't taken.");
  }
  if (spelledIn(host).some((address) => !isPublicV4(address))) {
    return fault("private", "This name spells an address of a private, local or reserved network.");
  }
  if (OWN_NAMES.test(host) || !host.includes(".")) {
    return fault("private", "A public host was expected: this name is one of a private network.");
  }
  return null;
}

/** The fault as a problem names it. */
export function wrongUrl({ code, text }: AddressFault): ParameterError {
  return { parameter: "url", message: text, code };
}

function fault(code: AddressFaultCode, text: string): AddressFault {
  return { code, text };
}

/**
 * By its name, on whatever port; by the name that Cloudflare gives each version of a Worker; and on one's own machine by
 * any of that machine's names.
 */
function isOwn(url: URL, host: string, ownHost: string): boolean {
  const [ownName = "", ownPort = ""] = ownHost.split(/:(?=\d+$)/);
  if (isThisMachine(host) && isThisMachine(ownName)) return url.port === ownPort;
  return host === ownName || (ownName.endsWith(".workers.dev") && host.endsWith(`-${ownName}`));
}

/** IPv4 addresses in a name: some services answer `10.0.0.1.nip.io` and `10-0-0-1.sslip.io` with the one in it. */
function spelledIn(host: string): number[][] {
  const words = host.split(/[.-]/).map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : Number.NaN));
  return words
    .map((_, place) => words.slice(place, place + 4))
    .filter((bytes) => bytes.length === 4 && bytes.every((byte) => byte < 256));
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "[::1]";
}

/** `URL` writes every way to spell an IPv4 address (octal, one number) as four decimal numbers. */
function isIp(host: string): boolean {
  return host.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

function isPublicIp(host: string): boolean {
  if (!host.startsWith("[")) return isPublicV4(host.split(".").map(Number));
  const groups = groupsOf(host.slice(1, -1));
  const [first = 0, second = 0] = groups;
  // Global unicast alone (RFC 4291); of it, what carries an IPv4 address, or is for documentation, isn't a host's own.
  const isGlobal = first >= 0x2000 && first < 0x4000;
  const carries = first === 0x2002 || (first === 0x2001 && (second < 0x200 || second === 0xdb8));
  return isGlobal && !carries;
}

/** By IANA's registry of special-purpose addresses (RFC 6890). */
function isPublicV4([a = 0, b = 0, c = 0]: number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** The eight groups of an IPv6 address as `URL` writes it: hexadecimal, the longest run of zeros as `::`. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const parsed = (part: string) => (part ? part.split(":").map((group) => Number.parseInt(group, 16)) : []);
  const [before, after] = [parsed(head), parsed(tail ?? "")];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<number>(Math.max(0, zeros)).fill(0), ...after];
}
