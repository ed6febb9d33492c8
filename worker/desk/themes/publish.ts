import type { ThemeStyle } from "../../contract/theme.ts";
import { failingPairs } from "../../domain/theme/contrast.ts";
import type { Failure, ParameterError } from "../../problem.ts";
import { auditIfChanged } from "../../store/audit.ts";
import { endDraftIfChanged, readDraft } from "../../store/themes/drafts.ts";
import {
  insertVersion,
  listVersions,
  type ThemeInForce,
  themesInForce,
} from "../../store/themes/versions.ts";

/** Who asks for a change, when, and over which state: its number, 0 for none; null: over whatever there is. */
export interface Order {
  slug: string;
  by: string;
  at: string;
  over: number | null;
}

export type Published = { version: number } | { failure: Failure };

/** Publishes a style as the theme's next version, unless readers couldn't read it or another one is in force. */
export async function publishStyle(db: D1Database, style: ThemeStyle, order: Order): Promise<Published> {
  const errors = illegible(style);
  if (errors.length > 0) return { failure: { kind: "low-contrast", errors } };
  return commit(db, style, order, null);
}

/** Publishes the draft over the version that its editor has seen, and ends it. */
export async function publishDraft(db: D1Database, order: Order): Promise<Published> {
  const draft = await readDraft(db, order.slug);
  if (!draft) return { failure: { kind: "not-found", what: `draft of the theme ${order.slug}` } };
  if (order.over !== null && order.over !== draft.revision) return { failure: changed(draft) };
  const errors = illegible(draft.style);
  if (errors.length > 0) return { failure: { kind: "low-contrast", errors } };
  return commit(db, draft.style, { ...order, over: draft.based_on ?? 0 }, draft.revision);
}

/** Publishes an earlier version again, as a new one. */
export async function publishAgain(db: D1Database, version: number, order: Order): Promise<Published> {
  const earlier = (await listVersions(db, order.slug)).find((one) => one.version === version);
  if (!earlier?.style) {
    return { failure: { kind: "not-found", what: `version ${version} of the theme ${order.slug}` } };
  }
  return publishStyle(db, earlier.style, order);
}

/** Deletes a theme: pages that name it show the default one. Its versions stay and can be published again. */
export async function deleteTheme(db: D1Database, order: Order): Promise<Published> {
  const inForce = await themeInForce(db, order.slug);
  if (!inForce) return { failure: { kind: "not-found", what: `theme ${order.slug}` } };
  return commit(db, null, order, null);
}

async function commit(
  db: D1Database,
  style: ThemeStyle | null,
  { slug, by, at, over }: Order,
  draft: number | null,
): Promise<Published> {
  const action = style ? "theme-publish" : "theme-delete";
  const [inserted] = await db.batch<{ version: number }>([
    insertVersion(db, { slug, style, at, by, over, ...(draft !== null && { draft }) }),
    auditIfChanged(db, at, by, action, slug),
    ...(draft === null ? [] : [endDraftIfChanged(db, slug, draft)]),
  ]);
  const version = inserted?.results[0]?.version;
  return version === undefined ? { failure: changed(await themeInForce(db, slug)) } : { version };
}

async function themeInForce(db: D1Database, slug: string): Promise<ThemeInForce | null> {
  return (await themesInForce(db)).find((theme) => theme.slug === slug) ?? null;
}

/** What somebody else has made of it meanwhile, whole: so that nothing is lost and nothing overwritten unseen. */
export function changed(current: object | null): Failure {
  return { kind: "precondition-failed", current };
}

function illegible(style: ThemeStyle): ParameterError[] {
  return failingPairs(style).map(({ scheme, foreground, background, ratio, least }) => ({
    parameter: `${scheme}.${foreground}`,
    // Rounded down, so that what fails never reads as what passes.
    message: `Its contrast with ${scheme}.${background} is ${Math.floor(ratio * 100) / 100}; WCAG 2.2 AA asks for ${least}.`,
  }));
}
