import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import { type Base, baseOf, type Conflict, conflictWith } from "../draft/base.ts";
import type { Answer } from "../service/ask.ts";
import { comesByAccess } from "../service/session.ts";
import { inForce, publishDraft, readStanding, saveDraft } from "../service/themes.ts";
import { words } from "../words/index.ts";

/** What came of sending a theme to the service. */
export type Sent =
  | { kind: "saved"; draft: ThemeDraft }
  | { kind: "published"; version: number; style: ThemeStyle }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; text: string };

/** Saves a draft over what its editor has seen, and nothing else. */
export async function save(slug: string, style: ThemeStyle, base: Base): Promise<Sent> {
  const answer = await saveDraft(slug, style, base);
  return answer.ok ? { kind: "saved", draft: answer.body } : refusal(answer, slug, base);
}

/** Publishes what is being edited: first it is saved, then that very draft is published. */
export async function publish(
  slug: string,
  style: ThemeStyle,
  base: Base,
  keep: (draft: ThemeDraft) => void,
): Promise<Sent> {
  const saved = await save(slug, style, base);
  if (saved.kind !== "saved") return saved;
  keep(saved.draft);
  const answer = await publishDraft(slug, saved.draft.revision);
  if (answer.ok) return { kind: "published", version: answer.body.version, style: answer.body.style };
  return refusal(answer, slug, baseOf({ draft: saved.draft, versions: [] }));
}

/** Why the service didn't do what it was asked to, in this visit's words where it has them. */
export function reasonOf({ status, problem }: Extract<Answer<unknown>, { ok: false }>): string {
  if (status === 0) return comesByAccess() ? `${words.offline} ${words.accessEnded}` : words.offline;
  if (status === 401) return words.signInToSave;
  if (status === 403) return words.roleCant;
  if (status === 429) return words.tooOften;
  return problem?.detail ?? words.offline;
}

async function refusal(
  answer: Extract<Answer<unknown>, { ok: false }>,
  slug: string,
  base: Base,
): Promise<Sent> {
  const refused = { kind: "refused", text: reasonOf(answer) } as const;
  if (answer.status !== 412 && answer.status !== 428) return refused;
  const current = answer.problem?.current;
  if (current) return { kind: "conflict", conflict: conflictWith(current, base) };
  // What was there has gone, or what is there wasn't known: the whole is looked at again.
  const standing = await readStanding(slug);
  if (!standing.ok) return { kind: "refused", text: reasonOf(standing) };
  const { draft } = standing.body;
  const published = inForce(standing.body);
  const theirs = draft?.style ?? published?.style ?? null;
  const by = draft?.by ?? published?.by ?? null;
  return { kind: "conflict", conflict: { theirs, by, base: baseOf(standing.body) } };
}
