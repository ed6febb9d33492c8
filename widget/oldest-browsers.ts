import bcd from "@mdn/browser-compat-data" with { type: "json" };
import type { CompatStatement, Identifier } from "@mdn/browser-compat-data";

/**
 * The oldest browsers in which the element works; docs/publishers.md names them, too. Those that came before its
 * container queries keep the fallback (stats/define.ts).
 */
export const OLDEST = { chrome: 109, edge: 109, firefox: 115, safari: 16.4, safari_ios: 16.4 } as const;

/** For the build: syntax that is younger is written in older. */
export const TARGETS = ["chrome109", "edge109", "firefox115", "safari16.4"];

type Owners = Readonly<Record<string, Identifier>>;

/** What scripts can use, described by its owners: of the language, and of the browser. */
const LANGUAGE = { ...bcd.javascript.builtins, ...bcd.javascript.builtins?.Intl } as Owners;
const BROWSER = bcd.api as Owners;

/**
 * The browsers of the list that came before an interface, or one of its members; null where MDN knows of neither, so
 * that nothing can be said.
 *
 * @param owner of the member: `URLSearchParams`, or of a global, nobody
 */
export function tooOldFor(name: string, owner?: string): string[] | null {
  const owners =
    owner === undefined ? [LANGUAGE, BROWSER, BROWSER.Window] : [LANGUAGE[owner], BROWSER[owner]];
  return earliest(owners.flatMap((one) => entriesOf(one, name)));
}

/** The same for a member of whatever owner has had it first: for a mixin's. */
export function tooOldForAny(name: string): string[] | null {
  return earliest(
    [...Object.values(BROWSER), ...Object.values(LANGUAGE)].flatMap((one) => entriesOf(one, name)),
  );
}

/** The same for what the language alone has by that name: for a member of nobody knows whom. */
export function tooOldForLanguage(name: string): string[] | null {
  return earliest(Object.values(LANGUAGE).flatMap((one) => entriesOf(one, name)));
}

function entriesOf(owner: Identifier | Owners | undefined, name: string): CompatStatement[] {
  const own = (key: string) => (owner && Object.hasOwn(owner, key) ? owner[key]?.__compat : undefined);
  return [own(name), own(`${name}_static`)].filter((entry) => entry !== undefined);
}

function earliest(entries: readonly CompatStatement[]): string[] | null {
  if (entries.length === 0) return null;
  return Object.entries(OLDEST)
    .filter(([browser, version]) => !entries.some((entry) => hadIt(entry, browser, version)))
    .map(([browser, version]) => `${browser} ${version}`);
}

function hadIt({ support }: CompatStatement, browser: string, version: number): boolean {
  const statements = [support[browser as keyof typeof support] ?? []].flat();
  return statements.some(
    ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) =>
      typeof added === "string" &&
      numberOf(added) <= version &&
      (typeof removed !== "string" || numberOf(removed) > version) &&
      !flags &&
      !prefix &&
      !other,
  );
}

function numberOf(version: string): number {
  return Number.parseFloat(version.replace("≤", ""));
}
