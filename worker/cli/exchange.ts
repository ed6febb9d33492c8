import { request as http } from "node:http";
import { request as https } from "node:https";

/** A request's answer, read whole. */
export interface Answer {
  status: number;
  /** Of a 429 or 503: when to ask again (s); null where it isn't said. */
  retryAfter: number | null;
  /** The status in words. */
  reason: string;
  text: string;
}

/**
 * One request and its answer. Not `fetch`: that copies a body before it sends it, and a file of any size goes through
 * here a megabyte at a time.
 */
export function exchange(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? https : http;
    const length = body === null ? {} : { "Content-Length": body.length };
    const outgoing = send(url, { method, headers: { ...headers, ...length } }, async (incoming) => {
      try {
        incoming.setEncoding("utf8");
        let text = "";
        for await (const chunk of incoming) text += chunk;
        const { statusCode: status = 0, statusMessage: reason = "", headers: answered } = incoming;
        const seconds = Number.parseInt(answered["retry-after"] ?? "", 10);
        resolve({ status, reason, text, retryAfter: Number.isNaN(seconds) ? null : seconds });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on("error", reject);
    if (body === null) outgoing.end();
    else outgoing.end(body);
  });
}
