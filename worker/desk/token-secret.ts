import { SECRET_BYTES } from "../config.ts";

/** 256 random bits, as text that a header and a URL's path can carry. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A new desk token, with a prefix that secret scanners can find. */
export function newTokenSecret(): string {
  return `ds_${randomSecret()}`;
}
