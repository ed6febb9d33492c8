import { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import { inForce, type Standing } from "../service/themes.ts";
import { baseOf } from "./base.ts";
import { change } from "./history.ts";
import { isSame } from "./values.ts";
import { isChanged, type Work } from "./work.ts";

/** It is saved. What was typed while it was on its way stays, over that. @param edited what was sent, as it was typed */
export function saved(work: Work, slug: string, draft: ThemeDraft, edited: ThemeStyle): Work {
  const standing = { versions: work.standing?.versions ?? [], draft };
  return inServiceHand({ ...work, slug, standing, base: baseOf(standing) }, draft.style, edited);
}

/** It is out; as `saved`. */
export function out(
  work: Work,
  slug: string,
  { version, style }: { version: number; style: ThemeStyle },
  edited: ThemeStyle,
): Work {
  const base = { style, revision: null, version };
  return inServiceHand({ ...work, slug, base, unanswered: [] }, style, edited);
}

/**
 * An earlier version is out again. A draft, or what isn't saved yet, goes on over the version that its editor has just
 * seen go out.
 */
export function outAgain(work: Work, version: number, standing: Standing): Work {
  const { draft } = standing;
  const style = inForce(standing)?.style;
  const base = {
    style: draft ? work.base.style : (style ?? work.base.style),
    revision: draft?.revision ?? null,
    version,
  };
  const isTaken = !isChanged(work) && !draft && style;
  return {
    ...work,
    standing,
    base,
    history: isTaken ? change(work.history, style, null) : work.history,
  };
}

/** Whether what was sent is what is out: the answer to it was lost. */
export function isOut(standing: Standing, edited: ThemeStyle): boolean {
  const style = standing.draft ? null : inForce(standing)?.style;
  return !!style && isSame(style, ThemeStyle.parse(edited));
}

/** Takes over how the service has written what was sent, unless it has been written on. */
function inServiceHand(work: Work, style: ThemeStyle, edited: ThemeStyle): Work {
  const { history } = work;
  return isSame(history.now, edited) ? { ...work, history: { ...history, now: style, field: null } } : work;
}
