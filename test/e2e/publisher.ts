import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A document of a publisher, with the headers that it is sent with. */
export interface HostDocument {
  body: string;
  headers?: Record<string, string>;
}

/** A publisher's own server: another site than the service, by another address of this machine. */
export interface Publisher {
  origin: string;
  /** What browsers asked it for. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** Publishes a page and gives its address; without a doctype it is one in quirks mode. */
  page(body: string, headers?: Record<string, string>, doctype?: "<!doctype html>" | ""): string;
  /** Publishes a folder of built files, and gives its address. */
  folder(path: string): string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export async function startPublisher(): Promise<Publisher> {
  const pages = new Map<string, HostDocument>();
  const folders = new Map<string, string>();
  const asked: Publisher["asked"] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://publisher");
    asked.push({ path: pathname, headers: request.headers });
    const page = pages.get(pathname);
    const file = page ? null : fileAt(pathname);
    // Browsers ask every origin for it.
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (!page && !file) response.writeHead(404).end();
    else if (page)
      response.writeHead(200, { "content-type": TYPES[".html"], ...page.headers }).end(page.body);
    else if (file) {
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response
        .writeHead(200, { "content-type": type, "access-control-allow-origin": "*" })
        .end(readFileSync(file));
    }
  });
  const fileAt = (pathname: string): string | null => {
    const path = normalize(pathname);
    const [prefix, folder] = [...folders].find(([prefix]) => path.startsWith(prefix)) ?? [];
    if (prefix === undefined || folder === undefined) return null;
    const file = join(folder, path.slice(prefix.length) || "index.html");
    return existsSync(file) ? file : null;
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    page(body, headers = {}, doctype = "<!doctype html>") {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, {
        body: `${doctype}<html lang="en"><title>A publisher's page</title>${body}`,
        headers,
      });
      return origin + path;
    },
    folder(path) {
      const prefix = `/folder-${folders.size + 1}/`;
      folders.set(prefix, path);
      return origin + prefix;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
