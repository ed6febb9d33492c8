import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { article, CHARTJS, type Way } from "./ways.ts";

/** The publisher's site and the deployment, on two addresses of this machine, both compressed as their servers would. */
export interface Origins {
  /** The article with this embed. */
  page(way: Way): string;
  service: string;
  close(): void;
}

interface Answered {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** @param newsroom origin of a running deployment, which compresses nothing */
export async function openOrigins(newsroom: string): Promise<Origins> {
  const kept = new Map<string, Promise<Answered>>();
  // As the edge does: the Worker's time isn't part of the reader's.
  const edge = await listen((path) => {
    const known = kept.get(path) ?? ask(newsroom + path);
    kept.set(path, known);
    return known;
  });
  const service = edge.origin.replace("127.0.0.1", "localhost");
  const pages = new Map<string, { type: string; body: Buffer }>();
  const own = await listen(async (path) => {
    const { type, body } = pages.get(path) ?? { type: "text/plain", body: Buffer.from("Nothing here") };
    return { status: pages.has(path) ? 200 : 404, headers: { "content-type": type }, body };
  });
  const file = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
  const script = (body: Buffer | string) => ({ type: "text/javascript", body: Buffer.from(body) });
  const html = (body: string) => ({ type: "text/html; charset=utf-8", body: Buffer.from(body) });
  pages.set("/counter.js", script(await buildCounter()));
  pages.set(
    "/counter.html",
    html(`<!doctype html><html lang="en"><body>${CHARTJS.html(service, own.origin)}`),
  );
  pages.set("/lite-yt-embed.js", script(file("lite-youtube-embed/src/lite-yt-embed.js")));
  pages.set("/lite-yt-embed.css", {
    type: "text/css",
    body: file("lite-youtube-embed/src/lite-yt-embed.css"),
  });
  // As many bytes as a poster in that size has; it is no picture of anybody's.
  pages.set("/poster.jpg", { type: "image/svg+xml", body: Buffer.from(POSTER) });
  return {
    service,
    page(way) {
      const path = `/${encodeURIComponent(way.name)}`;
      pages.set(path, html(article(way.html(service, own.origin))));
      return own.origin + path;
    },
    close() {
      edge.close();
      own.close();
    },
  };
}

const POSTER = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360"/></svg>`;

async function ask(address: string): Promise<Answered> {
  const answer = await fetch(address, { headers: { "Accept-Encoding": "identity" } });
  const { "content-length": _, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

async function listen(
  answer: (path: string) => Promise<Answered>,
): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = await answer(request.url ?? "/");
    const isText = !/^(image\/png|font)/.test(headers["content-type"] ?? "");
    const cors = { "access-control-allow-origin": "*" };
    response.writeHead(status, { ...cors, ...headers, ...(isText && { "content-encoding": "gzip" }) });
    response.end(isText ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function buildCounter(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      lib: {
        entry: fileURLToPath(new URL("counter.ts", import.meta.url)),
        formats: ["es"],
        fileName: "counter",
      },
    },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
