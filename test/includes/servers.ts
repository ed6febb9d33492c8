import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stop as end } from "../engines/stop.ts";

/** The web servers that put pages together, as Debian has them. */
export const SERVERS = ["nginx", "apache", "varnish"] as const;
export type ServerName = (typeof SERVERS)[number];

export interface IncludingServer {
  origin: string;
  stop(): Promise<void>;
}

/** How long a server may take to answer (ms), and between two looks. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 100;

/**
 * A server that serves a folder, with the guide's lines in its configuration.
 * @param lines as they stand in docs/publishers.md
 * @param counter where Varnish finds the counter: the guide's nginx
 */
export async function startServer(
  name: ServerName,
  folder: string,
  lines: string,
  counter = "http://127.0.0.1",
): Promise<IncludingServer> {
  const own = mkdtempSync(join(tmpdir(), `ds-${name}-`));
  // Varnish reads its configuration as a user of its own.
  chmodSync(own, 0o755);
  const port = await freePort();
  const site = name === "varnish" ? await serveFolder(folder) : null;
  const [program, ...words] = COMMANDS[name]({ own, port, folder, lines, counter, site: site?.port ?? 0 });
  const child = spawn(program!, words, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const stop = async () => {
    await end(child);
    site?.server.close();
    rmSync(own, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(`${origin}/page.html`))) {
    if (isGone(child) || Date.now() > until) {
      await stop();
      throw new Error(`${name} didn't come up:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return { origin, stop };
}

interface Setting {
  own: string;
  port: number;
  folder: string;
  lines: string;
  counter: string;
  /** Of the site behind a cache. */
  site: number;
}

const COMMANDS: Readonly<Record<ServerName, (setting: Setting) => string[]>> = {
  nginx({ own, port, folder, lines }) {
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${own}/${kind};`,
    );
    const file = write(
      own,
      "nginx.conf",
      `daemon off; pid ${own}/pid; error_log stderr; user root;
events {}
http { ${paths.join(" ")} access_log off; types { text/html html; }
server { listen 127.0.0.1:${port}; root ${folder}; gzip on;
${lines}
} }`,
    );
    return ["nginx", "-c", file];
  },
  apache({ own, port, folder, lines }) {
    const modules = [
      "mpm_event",
      "authz_core",
      "mime",
      "include",
      "proxy",
      "proxy_http",
      "headers",
      "ssl",
      "socache_shmcb",
    ];
    const loads = modules.map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`);
    const file = write(
      own,
      "apache.conf",
      `${loads.join("\n")}
ServerName site.example
Listen 127.0.0.1:${port}
User www-data
Group www-data
PidFile ${own}/pid
ErrorLog ${own}/error.log
DocumentRoot ${folder}
TypesConfig ${write(own, "mime.types", "text/html html\n")}
<Directory ${folder}>
Require all granted
</Directory>
${lines}`,
    );
    return ["apache2", "-f", file, "-DFOREGROUND"];
  },
  varnish({ own, port, lines, counter, site }) {
    const { hostname, port: at } = new URL(counter);
    const file = write(
      own,
      "site.vcl",
      lines
        .replace(
          /(backend default \{[^}]*\.host = )"[^"]*"([^}]*\.port = )"[^"]*"/,
          `$1"127.0.0.1"$2"${site}"`,
        )
        .replace(
          /(backend counter \{[^}]*\.host = )"[^"]*"([^}]*\.port = )"[^"]*"/,
          `$1"${hostname}"$2"${at}"`,
        ),
    );
    return ["varnishd", "-F", "-n", `${own}/work`, "-a", `127.0.0.1:${port}`, "-s", "malloc,32m", "-f", file];
  },
};

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A publisher's own site behind a cache. */
async function serveFolder(folder: string): Promise<{ server: Server; port: number }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end(readFileSync(join(folder, "page.html")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createSocket().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
