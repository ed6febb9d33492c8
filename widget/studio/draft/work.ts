import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { Standing } from "../service/themes.ts";
import { type Base, baseOf, type Conflict, NOTHING } from "./base.ts";
import { type Fault, faultsIn, unreadable } from "./faults.ts";
import { begin, type History } from "./history.ts";
import type { Kept } from "./kept.ts";
import { PRESET_STYLES } from "./presets.ts";
import { slugOf } from "./slug.ts";
import { isSame } from "./values.ts";

/** The work on one theme: what is edited, what it is made over, and what stands in its way. */
export interface Work {
  /** null: a new theme, which has no address yet. */
  readonly slug: string | null;
  /** The address that was typed for a new theme; null: it follows from the name. */
  readonly typedSlug: string | null;
  /** What the service has; null: not loaded yet. */
  readonly standing: Standing | null;
  readonly history: History<ThemeStyle>;
  readonly base: Base;
  /** Fields as they are being written, where that isn't how they are kept. */
  readonly written: ReadonlyMap<string, string>;
  /** What the service, or a try to publish, found wrong; each until its field changes. */
  readonly found: readonly Fault[];
  /** Whether it was to be saved already, so that what is missing may be said. */
  readonly isTried: boolean;
  /** What was sent and never answered, oldest first. */
  readonly unanswered: readonly ThemeStyle[];
  readonly conflict: Conflict | null;
}

/** Where a theme without any published or saved look begins: a new one has no name yet. */
function fresh(slug: string | null): ThemeStyle {
  return { ...PRESET_STYLES.press, name: slug ?? "" };
}
export const EMPTY: Standing = { draft: null, versions: [] };

/** The work on a theme that was opened and isn't loaded yet; a new one has nothing to load. */
export function opened(slug: string | null): Work {
  return {
    slug,
    typedSlug: null,
    standing: slug === null ? EMPTY : null,
    history: begin(fresh(slug)),
    base: NOTHING,
    written: new Map(),
    found: [],
    isTried: false,
    unanswered: [],
    conflict: null,
  };
}

/**
 * Begins with what is saved, or where there are any with the unsaved changes of this browser.
 * @param kept those changes; null: there are none
 */
export function begun(work: Work, kept: Kept | null): Work {
  const base = baseOf(work.standing ?? EMPTY);
  const isOverSame = kept !== null && kept.revision === base.revision && kept.version === base.version;
  return {
    ...work,
    base: kept ? { ...kept, style: isOverSame ? base.style : kept.base } : base,
    unanswered: kept?.sent ?? [],
    written: new Map(Object.entries(kept?.written ?? {})),
    history: begin(kept?.style ?? base.style ?? fresh(work.slug)),
  };
}

/** Whether the theme is another than it was saved, or than it began as where nothing is saved. */
export function isChanged({ slug, history, base }: Work): boolean {
  return !isSame(history.now, base.style ?? fresh(slug));
}

/** The same, or something stands in a field that can't be read and so is in no theme yet. */
export function isUnsaved(work: Work): boolean {
  return isChanged(work) || unreadIn(work).length > 0;
}

function unreadIn({ written }: Work): [field: string, text: string][] {
  return [...written].filter(([field, text]) => unreadable(field, text) !== null);
}

/** Where the theme is, or would be if it were saved now. */
export function slugFor({ slug, typedSlug, history }: Work): string {
  return slug ?? typedSlug ?? slugOf(history.now.name);
}

/** All that keeps the theme from being saved, whether it may be said already or not. */
export function faultsOf(work: Work): Fault[] {
  const { slug, history, written, found } = work;
  return [...faultsIn(history.now, written, slug === null ? slugFor(work) : null), ...found];
}

/** What has to outlive a reload; null: nothing. */
export function keptOf(work: Work): Kept | null {
  const { slug, history, base, unanswered: sent } = work;
  if (!isUnsaved(work) && sent.length === 0) return null;
  const { style, revision, version } = base;
  const written = Object.fromEntries(unreadIn(work));
  return { slug: slug ?? "", style: history.now, base: style, revision, version, sent, written };
}
