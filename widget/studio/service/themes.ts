import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type {
  PublishedTheme,
  ThemeDraft,
  ThemeLine,
  ThemeVersion,
} from "../../../worker/contract/theme-answers.ts";
import { type Answer, ask } from "./ask.ts";

/** A theme as the service has it: what is being worked on, and what was published, newest first. */
export interface Standing {
  draft: ThemeDraft | null;
  versions: ThemeVersion[];
}

const at = (slug: string) => `/v1/themes/${encodeURIComponent(slug)}`;

export async function listThemes(): Promise<Answer<ThemeLine[]>> {
  const answer = await ask<{ themes: ThemeLine[] }>("GET", "/v1/themes");
  return answer.ok ? { ...answer, body: answer.body.themes } : answer;
}

export async function readStanding(slug: string): Promise<Answer<Standing>> {
  const [draft, versions] = await Promise.all([
    ask<ThemeDraft | null>("GET", `${at(slug)}/draft?or=nothing`),
    ask<{ versions: ThemeVersion[] }>("GET", `${at(slug)}/versions`),
  ]);
  if (!versions.ok) return versions;
  if (!draft.ok) return draft;
  return { ok: true, tag: null, body: { draft: draft.body, versions: versions.body.versions } };
}

/** What everybody may see of a theme: the version in force. */
export async function readPublished(slug: string): Promise<Answer<Standing>> {
  const answer = await ask<PublishedTheme>("GET", at(slug));
  if (!answer.ok && answer.status !== 404) return answer;
  const versions = answer.ok ? [versionOf(answer.body)] : [];
  return { ok: true, tag: null, body: { draft: null, versions } };
}

function versionOf({ version, published_at: at, style }: PublishedTheme): ThemeVersion {
  return { version, at, by: "", style };
}

/** The version that readers see; null: there is none, or none any more. */
export function inForce({ versions }: Standing): ThemeVersion | null {
  return versions[0]?.style ? versions[0] : null;
}

/**
 * `revision` is that of the draft that this replaces, null where there is none; `version` the published one that the editor
 * has seen, null where there was none.
 */
export function saveDraft(
  slug: string,
  style: ThemeStyle,
  { revision, version }: { revision: number | null; version: number | null },
): Promise<Answer<ThemeDraft>> {
  return ask("PUT", `${at(slug)}/draft?based_on=${version ?? 0}`, {
    body: style,
    over: revision === null ? null : `"d${revision}"`,
  });
}

export function publishDraft(slug: string, revision: number): Promise<Answer<PublishedTheme>> {
  return ask("POST", `${at(slug)}/publish`, { body: {}, over: `"d${revision}"` });
}

/** @param over the version in force; null: none is */
export function publishAgain(
  slug: string,
  version: number,
  over: number | null,
): Promise<Answer<PublishedTheme>> {
  return ask("POST", `${at(slug)}/publish`, { body: { version }, over: `"v${over ?? 0}"` });
}

export function deleteTheme(slug: string, version: number): Promise<Answer<null>> {
  return ask("DELETE", at(slug), { over: `"v${version}"` });
}

export function discardDraft(slug: string, revision: number): Promise<Answer<null>> {
  return ask("DELETE", `${at(slug)}/draft`, { over: `"d${revision}"` });
}
