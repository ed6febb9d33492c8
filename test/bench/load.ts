/**
 * `node load.ts REQUESTS CONNECTIONS ETAG URL...`: so many GETs over kept connections, of the URLs (of one host) in
 * turn, with `If-None-Match` unless ETAG is empty; prints a Load as JSON.
 */
import { connect } from "node:net";

export interface Load {
  perSecond: number;
  /** Milliseconds from writing a request to the last byte of its answer. */
  p50: number;
  p99: number;
  /** How often each status came. */
  statuses: Record<string, number>;
}

const [requests = "", connections = "", etag = "", ...addresses] = process.argv.slice(2);
const { host, hostname, port } = new URL(addresses[0] ?? "");
const condition = etag ? `If-None-Match: ${etag}\r\n` : "";
const asked = addresses
  .map((address) => new URL(address))
  .map(({ pathname, search }) => `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n${condition}\r\n`);

let next = 0;
const latencies: number[] = [];
const statuses: Record<string, number> = {};
const each = Math.floor(Number(requests) / Number(connections));
const started = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, () => ask(each)));
const seconds = (performance.now() - started) / 1000;
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
console.log(JSON.stringify({ perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99), statuses }));

/** One connection, one request after the other. By hand, since Node's own client is slower than the Worker. */
function ask(times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let left = times;
    let sent = 0;
    let received = "";
    const send = () => {
      received = "";
      sent = performance.now();
      socket.write(asked[next++ % asked.length]!);
    };
    socket.setNoDelay().setEncoding("latin1");
    socket.on("connect", send).on("error", reject);
    socket.on("close", () => (left === 0 ? resolve() : reject(new Error(`${host}: connection closed`))));
    socket.on("data", (data) => {
      received += data;
      if (!isWhole(received)) return;
      latencies.push(performance.now() - sent);
      const status = received.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      left -= 1;
      if (left > 0) send();
      else socket.end();
    });
  });
}

/** Whether an answer has arrived to its last byte: by its length, its last chunk, or its status. */
function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const head = text.slice(0, end);
  if (head.slice(9, 12) === "304") return true;
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  return length === undefined ? text.endsWith("\r\n0\r\n\r\n") : text.length >= end + 4 + Number(length);
}
