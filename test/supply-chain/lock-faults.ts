import { satisfies, valid, validRange } from "semver";

/** A package as `package-lock.json` has it, by its path in `node_modules`. */
export interface LockedPackage {
  version?: string;
  /** The package's own name, where it is installed under another. */
  name?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  lockfileVersion?: number;
  packages: Readonly<Record<string, LockedPackage>>;
}

export interface Manifest {
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  /** Packages that may run a script when they are installed. */
  allowScripts?: Readonly<Record<string, boolean>>;
}

/** Packages that stand under another name, and who asks for it. */
const RENAMED: Readonly<Record<string, string>> = { "node_modules/ajv": "@redocly/ajv" };
/** What npm writes for 64 bytes. */
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What in a lock file could install other code than was reviewed: each fault as a sentence with the culprit. The usual
 * linters compare the addresses that packages come from; this lock file has none, so that what holds a package to its
 * bytes is its checksum alone.
 */
export function lockFaults(lock: LockFile, manifest: Manifest): string[] {
  const found =
    lock.lockfileVersion === 3 ? [] : [`The lock file's version is ${lock.lockfileVersion}, not 3.`];
  const { "": root, ...packages } = lock.packages;
  for (const kind of ["dependencies", "devDependencies"] as const) {
    found.push(...asked(kind, manifest[kind] ?? {}, root?.[kind] ?? {}, packages));
  }
  for (const [path, entry] of Object.entries(packages)) found.push(...packageFaults(path, entry, manifest));
  return found;
}

function asked(
  kind: string,
  wanted: Readonly<Record<string, string>>,
  locked: Readonly<Record<string, string>>,
  packages: Readonly<Record<string, LockedPackage>>,
): string[] {
  const found = Object.keys(locked)
    .filter((name) => !(name in wanted))
    .map((name) => `${name} is among the lock file's ${kind}, but not in package.json.`);
  for (const [name, range] of Object.entries(wanted)) {
    const version = packages[`node_modules/${name}`]?.version;
    if (validRange(range) === null)
      found.push(
        `${name} is asked for as ${range}; a range of versions was expected, no address or other name.`,
      );
    else if (locked[name] !== range || version === undefined || !satisfies(version, range))
      found.push(`${name} is ${range} in package.json, and ${locked[name]} (${version}) in the lock file.`);
  }
  return found;
}

function packageFaults(path: string, entry: LockedPackage, { allowScripts }: Manifest): string[] {
  const name = path.split("node_modules/").at(-1) ?? path;
  const found: string[] = [];
  if (!path.startsWith("node_modules/") || entry.link)
    found.push(`${path} is not a package from a registry.`);
  if (valid(entry.version) === null)
    found.push(`${path} has the version ${entry.version}; an exact one was expected.`);
  if (entry.resolved !== undefined)
    found.push(
      `${path} names where it comes from (${entry.resolved}); the machine's own registry was expected.`,
    );
  if (!SHA512.test(entry.integrity ?? ""))
    found.push(`${path} has no SHA-512 checksum, so it could be any bytes.`);
  if (entry.name !== undefined && entry.name !== name && RENAMED[path] !== entry.name)
    found.push(`${path} is really ${entry.name}; say why in test/supply-chain/lock-faults.ts.`);
  if (entry.hasInstallScript && !allowScripts?.[name])
    found.push(
      `${path} runs a script when it is installed, and package.json doesn't allow it (allowScripts).`,
    );
  return found;
}
