import { LANGS } from "../../../worker/contract/terms.ts";
import { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { PublishedTheme, ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import type { Base } from "../draft/base.ts";
import type { Fault } from "../draft/faults.ts";
import { OWN_WORDS } from "../draft/lines.ts";
import { isSame, valuesOf } from "../draft/values.ts";
import type { Answer } from "../service/ask.ts";
import { mayHaveArrived, reasonOf } from "../service/refusal.ts";
import { publishDraft, readStanding, type Standing, saveDraft } from "../service/themes.ts";
import { words } from "./words/index.ts";

/** What came of sending a theme to the service. */
export type Sent =
  | { kind: "saved"; draft: ThemeDraft }
  /** `standing` null: it can't be read. */
  | { kind: "published"; theme: PublishedTheme; standing: Standing | null }
  | Refusal;

/** Why nothing came of it; overtaken: something else is there than what this was made over. */
export type Refusal =
  | { kind: "overtaken"; standing: Standing }
  | { kind: "refused"; text: string; faults: Fault[]; isLost: boolean };

/**
 * What stands where a new theme wants to go: it must not be mistaken for one that has this address already.
 * @param earlier what was sent from here and never answered: that it is there is no one else's doing
 * @returns null: nothing, it can go there
 */
export async function whatIsThere(
  slug: string,
  style: ThemeStyle,
  earlier: readonly ThemeStyle[],
): Promise<Refusal | null> {
  const there = await readStanding(slug);
  if (!there.ok) return refusal(there, slug, style);
  const { draft, versions } = there.body;
  const standing = draft?.style ?? versions[0]?.style;
  if (standing && earlier.some((one) => isSame(one, standing)))
    return { kind: "overtaken", standing: there.body };
  if (draft === null && versions.length === 0) return null;
  return {
    kind: "refused",
    text: words.slugTaken(slug),
    faults: [{ field: "slug", reason: "taken" }],
    isLost: false,
  };
}

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
  if (!answer.ok) return refusal(answer, slug, style);
  const standing = await readStanding(slug);
  return { kind: "published", theme: answer.body, standing: standing.ok ? standing.body : null };
}

type Refused = Extract<Answer<unknown>, { ok: false }>;

/** Of a request that doesn't fit what is there, what is there; of any other, why it was refused. */
export async function refusal(answer: Refused, slug: string, style: ThemeStyle | null): Promise<Refusal> {
  const isOvertaken = [404, 412, 428].includes(answer.status);
  const standing = isOvertaken ? await readStanding(slug) : answer;
  if (isOvertaken && standing.ok) return { kind: "overtaken", standing: standing.body as Standing };
  const refused = standing.ok ? answer : standing;
  return {
    kind: "refused",
    text: reasonOf(refused),
    faults: style ? faultsOf(refused, style) : [],
    isLost: mayHaveArrived(refused),
  };
}

/** The fields that the service names. */
function faultsOf({ problem }: Refused, style: ThemeStyle): Fault[] {
  // What isn't chosen has its field all the same.
  const worded = OWN_WORDS.flatMap((name) => LANGS.map((lang) => `${name}.${lang}`));
  const colours = ["light", "dark"].flatMap((scheme) =>
    Object.keys(ThemeStyle.shape.light.shape).map((one) => `${scheme}.${one}`),
  );
  const fields = [...valuesOf(style).keys(), ...colours, ...worded, ...Object.keys(ThemeStyle.shape), "slug"];
  const reason = problem?.type.endsWith("#low-contrast") ? "contrast" : "refused";
  return (problem?.errors ?? []).flatMap(({ parameter }) => {
    const field = fields.find((one) => parameter === one || parameter.startsWith(`${one}.`));
    return field ? [{ field, reason } as const] : [];
  });
}
