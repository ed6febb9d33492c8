import type { HookShape, Notice } from "../../contract/hooks.ts";

/** Discord takes 2,000 characters. */
const DISCORD_MOST = 2_000;

/** A notice as its receiver takes it, in JSON. */
export function bodyOf(shape: HookShape, notice: Notice): string {
  const { text, url } = notice;
  if (shape === "slack") {
    // Slack reads these three as its own marks.
    const plain = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    return JSON.stringify({ text: `${plain}\n<${url}>` });
  }
  if (shape === "discord") {
    const room = DISCORD_MOST - url.length - 3;
    const short = text.length > room ? `${text.slice(0, room - 1)}…` : text;
    return JSON.stringify({ content: `${short}\n<${url}>`, allowed_mentions: { parse: [] } });
  }
  return JSON.stringify(notice);
}

/** HMAC-SHA256 of a body by a key, in hexadecimal digits. */
export async function signatureOf(key: string, body: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", encoder.encode(key), algorithm, false, ["sign"]);
  const signed = new Uint8Array(await crypto.subtle.sign("HMAC", imported, encoder.encode(body)));
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
