import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { Reason } from "../draft/faults.ts";

/** What the fields of a theme need of its editor. */
export interface Editing {
  style: ThemeStyle;
  /** A field as it is being written, where that isn't how it is kept. */
  written(field: string): string | undefined;
  /** What is wrong with a field; null: nothing that may be said yet. */
  fault(field: string): Reason | null;
  set(field: string, patch: Partial<ThemeStyle>): void;
  /** Keeps a field as it is written, readable or not; undefined: as it is kept. */
  write(field: string, text: string | undefined): void;
}

/** Where a field stands in the page. */
export function idOf(field: string): string {
  return field
    .replace(/^(light|dark)\./, "colour-$1-")
    .replace(/^headings\./, "heading-")
    .replace(/[_.]/g, "-");
}
