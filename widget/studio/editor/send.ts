import { LANGS } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { PublishedTheme, ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import type { Base } from "../draft/base.ts";
import type { Fault } from "../draft/faults.ts";
import { valuesOf } from "../draft/values.ts";
import type { Answer } from "../service/ask.ts";
import { mayHaveArrived, reasonOf } from "../service/refusal.ts";
import { publishDraft, readStanding, type Standing, saveDraft } from "../service/themes.ts";

/** What came of sending a theme to the service. */
export type Sent =
  | { kind: "saved"; draft: ThemeDraft }
  | { kind: "published"; theme: PublishedTheme }
  /** Something else is there than what this was made over. */
  | { kind: "overtaken"; standing: Standing }
  | { kind: "refused"; text: string; faults: Fault[]; isLost: boolean };

/** Saves a draft over what its editor has seen, and nothing else. */
export async function save(slug: string, style: ThemeStyle, base: Base): Promise<Sent> {
  const answer = await saveDraft(slug, style, base);
  return answer.ok ? { kind: "saved", draft: answer.body } : refusal(answer, slug, style);
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
  return answer.ok ? { kind: "published", theme: answer.body } : refusal(answer, slug, style);
}

type Refused = Extract<Answer<unknown>, { ok: false }>;

/** Of a request that doesn't fit what is there, what is there; of any other, why it was refused. */
export async function refusal(answer: Refused, slug: string, style: ThemeStyle): Promise<Sent> {
  const isOvertaken = [404, 412, 428].includes(answer.status);
  const standing = isOvertaken ? await readStanding(slug) : answer;
  if (isOvertaken && standing.ok) return { kind: "overtaken", standing: standing.body as Standing };
  const refused = standing.ok ? answer : standing;
  return {
    kind: "refused",
    text: reasonOf(refused),
    faults: faultsOf(refused, style),
    isLost: mayHaveArrived(refused),
  };
}

/** The fields that the service names. */
function faultsOf({ problem }: Refused, style: ThemeStyle): Fault[] {
  // A heading has its field also while it is empty.
  const fields = [...valuesOf(style).keys(), ...LANGS.map((lang) => `headings.${lang}`), "slug"];
  const reason = problem?.type.endsWith("#low-contrast") ? "contrast" : "refused";
  return (problem?.errors ?? []).flatMap(({ parameter }) => {
    const field = fields.find((one) => parameter === one || parameter.startsWith(`${one}.`));
    return field ? [{ field, reason } as const] : [];
  });
}
