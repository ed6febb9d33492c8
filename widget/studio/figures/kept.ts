import { Figure } from "../../../worker/contract/figure.ts";
import type { Pending } from "./pending.ts";
import { readTyped, type TypedFigure } from "./typed.ts";

/** What waits in this browser: changes that aren't published, and a form that is open. */
export interface Kept {
  pending: readonly Pending[];
  /** The figure that is open in the form, by its id; "": a new one; null: none is. */
  open: string | null;
  typed: TypedFigure | null;
  note: string;
}

/** The browser's storage for this origin. */
type Drawer = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "desertion-stats:figures";

export const NOTHING_KEPT: Kept = { pending: [], open: null, typed: null, note: "" };

/** Keeps what was typed over a reload. A drawer that is full or forbidden costs that, and nothing else. */
export function keep(drawer: Drawer, kept: Kept): void {
  try {
    if (kept.pending.length === 0 && kept.open === null) drawer.removeItem(KEY);
    else drawer.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Private windows may refuse; the view goes on without.
  }
}

/** What was kept, as far as it can still be understood. */
export function restore(drawer: Drawer): Kept {
  try {
    const kept: unknown = JSON.parse(drawer.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null) return NOTHING_KEPT;
    const { pending, open, typed, note } = kept as Partial<Record<keyof Kept, unknown>>;
    const form = readTyped(typed);
    return {
      pending: Array.isArray(pending) ? pending.flatMap(readPending) : [],
      open: typeof open === "string" && form ? open : null,
      typed: form,
      note: typeof note === "string" ? note.slice(0, 1_000) : "",
    };
  } catch {
    return NOTHING_KEPT;
  }
}

function readPending(kept: Partial<Pending> | null): Pending[] {
  const [before, after] = [kept?.before, kept?.after].map((figure) =>
    Figure.nullable().safeParse(figure ?? null),
  );
  const id = after?.data?.id ?? before?.data?.id;
  if (!before?.success || !after?.success || id === undefined) return [];
  return [{ id, before: before.data, after: after.data }];
}
