import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { isOut, out, saved } from "../draft/arrived.ts";
import { metWith } from "../draft/overtaken.ts";
import { isChanged, type Work } from "../draft/work.ts";
import { inForce } from "../service/themes.ts";
import { namesOf } from "./field-names.ts";
import type { Said } from "./said.ts";
import type { Sent } from "./send.ts";
import { words } from "./words/index.ts";

/** How the work goes on, and what its editor is told of it. */
export interface Outcome {
  work: Work;
  said: Said | null;
}

/** What a theme that was sent means for the work, which may have gone on meanwhile. @param edited what was sent, as it was typed */
export function outcomeOf(
  work: Work,
  sent: Sent,
  { what, slug, edited }: { what: "save" | "publish"; slug: string; edited: ThemeStyle },
): Outcome {
  switch (sent.kind) {
    case "refused": {
      const next = sent.faults.length > 0 ? { next: "fault" as const } : {};
      return { work: { ...work, found: sent.faults }, said: { kind: "bad", text: sent.text, ...next } };
    }
    case "saved": {
      const after = saved(work, slug, sent.draft, edited);
      return {
        work: after,
        said: { kind: "good", text: isChanged(after) ? words.savedBefore : words.saved },
      };
    }
    case "published": {
      const standing = sent.standing ?? work.standing;
      return published(out({ ...work, standing }, slug, sent.theme, edited), sent.theme.version);
    }
    case "overtaken": {
      const { standing } = sent;
      const there = inForce(standing);
      if (what === "publish" && isOut(standing, edited) && there?.style) {
        const { version, style } = there;
        return published(out({ ...work, standing }, slug, { version, style }, edited), version);
      }
      const met = metWith(work, standing);
      if (met.work.conflict) return { work: met.work, said: null };
      const text = words.merged(met.by.join(", ") || null, namesOf(met.taken));
      return { work: met.work, said: { kind: "plain", text } };
    }
  }
}

function published(work: Work, version: number): Outcome {
  const text = words.published(version);
  const said = isChanged(work) ? `${text} ${words.unsaved}` : text;
  return { work, said: { kind: "good", text: said, next: "snippets" } };
}
