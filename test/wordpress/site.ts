import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stop as end } from "../engines/stop.ts";

/** Where Debian has it. */
export const WORDPRESS = "/usr/share/wordpress";

export const PASSWORD = "correct horse battery staple";

export interface Site {
  origin: string;
  /** What WordPress itself prints for a line of PHP. */
  php(code: string): string;
  stop(): Promise<void>;
}

/** How long a server may take to come up (ms), and between two looks. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;

/**
 * A WordPress of this run alone, with an administrator `admin` and an author `author`, who may not post HTML. Its
 * database listens on a socket in the same temporary folder.
 * @param service a deployment on this machine: WordPress asks strangers on the usual ports alone
 */
export async function startSite(service: string): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "ds-wordpress-"));
  const root = join(folder, "site");
  const started: ChildProcess[] = [];
  const stop = async () => {
    for (const server of started.reverse()) await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(folder, started);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    // Debian links to the libraries of others, which PHP must find as WordPress's own.
    cpSync(WORDPRESS, root, { recursive: true, dereference: true });
    writeFileSync(join(root, "wp-config.php"), configuration(socket, origin));
    mkdirSync(join(root, "wp-content/mu-plugins"), { recursive: true });
    writeFileSync(join(root, "wp-content/mu-plugins/this-machine.php"), thisMachine(new URL(service).port));
    const php = (code: string) =>
      execFileSync("php", ["-r", `$_SERVER["HTTP_HOST"] = "localhost:${port}"; ${code}`], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    php(`define("WP_INSTALLING", true); require "wp-load.php"; require ABSPATH . "wp-admin/includes/upgrade.php";
      wp_install("A newspaper", "admin", "admin@site.example", true, "", "${PASSWORD}", "en_US");
      update_option("show_avatars", 0);
      wp_create_user("author", "${PASSWORD}", "author@site.example");
      (new WP_User(get_user_by("login", "author")->ID))->set_role("author");`);
    const server = spawn("php", ["-S", `localhost:${port}`, "-t", root], {
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
      stdio: "ignore",
      detached: true,
    });
    started.push(server);
    await until(
      () =>
        fetch(`${origin}/wp-login.php`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "WordPress doesn't answer",
    );
    return { origin, php: (code) => php(`require "wp-load.php"; ${code}`), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(folder: string, started: ChildProcess[]): Promise<string> {
  const data = join(folder, "data");
  const socket = join(folder, "socket");
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  const make = [
    "--no-defaults",
    `--datadir=${data}`,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
  ];
  execFileSync("mariadb-install-db", [...make, ...user], { stdio: "pipe" });
  const server = spawn(
    "mariadbd",
    ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", ...user],
    { stdio: "ignore", detached: true },
  );
  started.push(server);
  const ask = (sql: string) =>
    execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", sql], { stdio: "pipe" });
  await until(() => {
    try {
      ask("SELECT 1");
      return true;
    } catch {
      return false;
    }
  }, "MariaDB doesn't answer");
  ask("CREATE DATABASE wordpress");
  return socket;
}

function configuration(socket: string, origin: string): string {
  const constants = {
    DB_NAME: "wordpress",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: "utf8mb4",
    WP_HOME: origin,
    WP_SITEURL: origin,
    FS_METHOD: "direct",
    // There is no other network here, and WordPress would wait for it.
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: "localhost",
    DISABLE_WP_CRON: true,
    // What PHP complains of is a fault, and stands on the page where the tests see it.
    WP_DEBUG: true,
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define( '${name}', ${JSON.stringify(value)} );`,
  );
  return `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

/** The service answers on a port of this machine; a cookie chooses the language of the site. */
function thisMachine(port: string): string {
  return `<?php
add_filter( 'http_allowed_safe_ports', function ( $ports ) { return array_merge( $ports, array( ${port} ) ); } );
add_filter( 'http_request_host_is_external', '__return_true' );
foreach ( array( 'locale', 'determine_locale' ) as $name ) {
	add_filter( $name, function ( $locale ) { return $_COOKIE['site-locale'] ?? $locale; } );
}
`;
}

async function until(holds: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${otherwise} within ${PATIENCE_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
