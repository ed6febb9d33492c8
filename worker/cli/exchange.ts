import { request as http } from "node:http";
import { request as https } from "node:https";

/** A request's answer, read whole. */
export interface Answer {
  status: number;
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
        resolve({ status: incoming.statusCode ?? 0, reason: incoming.statusMessage ?? "", text });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on("error", reject);
    if (body === null) outgoing.end();
    else outgoing.end(body);
  });
}
