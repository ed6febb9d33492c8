import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../e2e/newsroom.ts";
import { stop as end } from "../engines/stop.ts";

/** What may stand between the readers and the deployment. */
export const CACHES = ["none", "nginx", "varnish"] as const;
export type Cache = (typeof CACHES)[number];

const PATIENCE_MS = 30_000;

/** A plain cache in front of a deployment, as its program comes from Debian: it obeys what the answers say. */
export async function startCache(
  cache: Cache,
  service: string,
): Promise<{ origin: string; stop(): Promise<void> }> {
  if (cache === "none") return { origin: service, stop: async () => {} };
  const own = mkdtempSync(join(tmpdir(), `ds-${cache}-`));
  // Varnish reads its configuration as a user of its own.
  chmodSync(own, 0o755);
  const port = await freePort();
  const [program, ...words] = COMMANDS[cache](own, port, new URL(service));
  const child = spawn(program!, words, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let complaint = "";
  child.stderr.on("data", (data) => (complaint += data));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(own, { recursive: true, force: true });
  };
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(`${origin}/v1/health`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`${cache} didn't come up:\n${complaint}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, stop };
}

const COMMANDS: Readonly<Record<Exclude<Cache, "none">, (own: string, port: number, to: URL) => string[]>> = {
  nginx(own, port, to) {
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${own}/${kind};`,
    );
    const file = join(own, "nginx.conf");
    writeFileSync(
      file,
      `daemon off; pid ${own}/pid; error_log stderr crit; user root;
events {}
http { ${paths.join(" ")} access_log off;
proxy_cache_path ${own}/cache keys_zone=counter:10m max_size=200m;
server { listen 127.0.0.1:${port};
location / { proxy_pass ${to.origin}; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_cache counter; proxy_cache_revalidate on; proxy_cache_lock on; }
} }`,
    );
    return ["nginx", "-c", file];
  },
  varnish(own, port, { hostname, port: at }) {
    const file = join(own, "cache.vcl");
    writeFileSync(file, `vcl 4.1;\nbackend default { .host = "${hostname}"; .port = "${at}"; }\n`);
    return ["varnishd", "-F", "-n", `${own}/work`, "-a", `127.0.0.1:${port}`, "-s", "malloc,64m", "-f", file];
  },
};

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}
