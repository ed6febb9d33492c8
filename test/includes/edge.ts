import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * A deployment as the web sees it: by TLS, and behind an edge that compresses what it may, as Cloudflare's does
 * (`no-transform` forbids it).
 * @param service where the deployment answers without TLS
 */
export async function startEdge(service: string): Promise<{ origin: string; stop(): void }> {
  const server = createServer(certificate(), async (request, response) => {
    const answer = await fetch(new URL(request.url ?? "/", service), {
      headers: { "Accept-Encoding": "identity" },
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const { "content-encoding": _, "content-length": __, ...headers } = Object.fromEntries(answer.headers);
    const may = !/no-transform/.test(answer.headers.get("cache-control") ?? "");
    const compressed = may && /gzip/.test(String(request.headers["accept-encoding"]));
    response.writeHead(answer.status, { ...headers, ...(compressed && { "content-encoding": "gzip" }) });
    response.end(compressed ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** For this run alone; the web servers check none by themselves. */
function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), "ds-certificate-"));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout ${key} -out ${cert}`;
  execFileSync("openssl", words.split(" "), { stdio: "pipe" });
  const made = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  rmSync(folder, { recursive: true, force: true });
  return made;
}
