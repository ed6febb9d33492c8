import { outAgain } from "../draft/arrived.ts";
import { isSame } from "../draft/values.ts";
import { EMPTY, isChanged, type Work } from "../draft/work.ts";
import { inForce, publishAgain, readStanding, type Standing } from "../service/themes.ts";
import type { Outcome } from "./outcome.ts";
import { refusal } from "./send.ts";
import { words } from "./words/index.ts";

/** What came of publishing an earlier version again. */
type Again =
  | { kind: "out"; version: number; standing: Standing | null }
  | { kind: "overtaken"; standing: Standing }
  | { kind: "refused"; text: string };

/** Publishes an earlier version again, over the one that its editor has seen. @returns how the work goes on after it */
export async function again(slug: string, version: number, seen: Standing): Promise<(work: Work) => Outcome> {
  const came = await sent(slug, version, seen);
  return (work) => outcomeOf(work, came);
}

async function sent(slug: string, version: number, seen: Standing): Promise<Again> {
  const answer = await publishAgain(slug, version, inForce(seen)?.version ?? null);
  if (answer.ok) return isOutAs(slug, answer.body.version);
  const style = seen.versions.find((one) => one.version === version)?.style;
  const came = await refusal(answer, slug, style ?? null);
  if (came.kind === "refused") return came;
  // An answer that was lost on its way: it is out already.
  const there = inForce(came.standing);
  return there && isSame(there.style, style) ? isOutAs(slug, there.version) : came;
}

async function isOutAs(slug: string, version: number): Promise<Again> {
  const standing = await readStanding(slug);
  return { kind: "out", version, standing: standing.ok ? standing.body : null };
}

function outcomeOf(work: Work, came: Again): Outcome {
  switch (came.kind) {
    case "refused":
      return { work, said: { kind: "bad", text: came.text } };
    case "overtaken": {
      const text = words.conflict(inForce(came.standing)?.by || null);
      return { work: { ...work, standing: came.standing }, said: { kind: "bad", text } };
    }
    case "out": {
      const standing = came.standing ?? work.standing ?? EMPTY;
      const kept = isChanged(work) || standing.draft ? ` ${words.editsStay}` : "";
      const text = words.published(came.version) + kept;
      return { work: outAgain(work, came.version, standing), said: { kind: "good", text } };
    }
  }
}
