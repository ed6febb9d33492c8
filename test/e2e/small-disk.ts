import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A disk for a server's data that can be filled to its last byte, and emptied again. */
export interface SmallDisk {
  /** How it is made, for those who read what was tried. */
  how: string;
  folder: string;
  /** A folder that has room whatever the disk has. */
  outside: string;
  /** What the server's program has to be started with. */
  env: Readonly<Record<string, string>>;
  fill(): void;
  clear(): void;
  remove(): void;
}

const ROOM_MB = 24;
const CHUNK = Buffer.alloc(1 << 20, 1);

/** The ways that this machine has to make such a disk, the truest first; empty: it has none. */
export function smallDisks(): (() => SmallDisk)[] {
  if (canMount()) return [mounted];
  return canLimit() ? [limited] : [];
}

/** A file system in memory: needs root on Linux. */
function mounted(): SmallDisk {
  const { folder, outside } = folders();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${ROOM_MB}m`, "tmpfs", folder]);
  const filler = join(folder, "filler");
  return {
    how: `a file system of ${ROOM_MB} MB, filled to the last byte`,
    folder,
    outside,
    env: {},
    fill: () => fillUp(filler),
    clear: () => rmSync(filler),
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

/** No file of the server may grow any more: needs no rights, but Linux' `prlimit`. */
function limited(): SmallDisk {
  const { folder, outside } = folders();
  const pidFile = join(outside, "workerd.pid");
  const program = join(outside, "workerd.sh");
  const workerd = fileURLToPath(
    new URL(`../../node_modules/@cloudflare/workerd-linux-${archOf()}/bin/workerd`, import.meta.url),
  );
  // A file that may not grow sends a signal, which ends a program that doesn't ignore it; a full disk sends none.
  writeFileSync(program, `#!/bin/sh\ntrap '' XFSZ\necho $$ > '${pidFile}'\nexec '${workerd}' "$@"\n`);
  chmodSync(program, 0o755);
  const limit = (soft: string) =>
    execFileSync("prlimit", ["--pid", readFileSync(pidFile, "utf8").trim(), `--fsize=${soft}:unlimited`]);
  return {
    how: "no file of the server may grow",
    folder,
    outside,
    env: { MINIFLARE_WORKERD_PATH: program },
    fill: () => limit(String(largestIn(folder))),
    clear: () => limit("unlimited"),
    remove() {
      rmSync(folder, { recursive: true, force: true });
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

function folders(): { folder: string; outside: string } {
  const [folder, outside] = ["disk", "outside"].map((name) =>
    mkdtempSync(join(tmpdir(), `desertion-stats-${name}-`)),
  ) as [string, string];
  return { folder, outside };
}

function fillUp(file: string): void {
  const opened = openSync(file, "w");
  try {
    for (let size = CHUNK.length; size >= 1; ) {
      try {
        writeSync(opened, CHUNK, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(opened);
  }
}

/** Files that are being written now may be as large as the smallest of those that a publication writes to. */
function largestIn(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".sqlite"))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return Math.min(...sizes, 4_096);
}

function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function canLimit(): boolean {
  try {
    execFileSync("prlimit", ["--version"], { stdio: "ignore" });
    return process.platform === "linux";
  } catch {
    return false;
  }
}

function archOf(): string {
  return process.arch === "arm64" ? "arm64" : "64";
}
