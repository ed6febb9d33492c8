import { html, type TemplateResult } from "lit";
import { words } from "./words/index.ts";

/** A word on what has just happened, or on what stands in the way. */
export interface Note {
  kind: "good" | "bad" | "plain";
  text: string;
  /** A step that follows from it. */
  next?: { text: string; go: () => void } | undefined;
}

export interface Bar {
  note: Note;
  canUndo: boolean;
  canRedo: boolean;
  canDiscard: boolean;
  /** Something is on its way to the service. */
  isBusy: boolean;
  undo(): void;
  redo(): void;
  discard(): void;
  save(): void;
  publish(): void;
}

const arrow = (path: string) =>
  html`<svg class="icon" viewBox="0 0 18 18" aria-hidden="true"><path d=${path} /></svg>`;

/**
 * What can be done with the theme, always in sight. Saving and publishing say why they can't, so they can be tried.
 */
export function bar({ note, ...of }: Bar): TemplateResult {
  return html`<div class="actions" role="group" aria-label=${words.actions}>
    <p class="note ${note.kind}" role="status">
      ${note.text}
      ${note.next ? html`<button type="button" class="link" @click=${note.next.go}>${note.next.text}</button>` : ""}
    </p>
    <div class="buttons">
      <button type="button" aria-disabled=${!of.canUndo} @click=${of.undo} aria-label=${words.undo} title=${words.undo}>
        ${arrow("M7 4 3 8l4 4M3 8h7a4 4 0 0 1 0 8H6")}
      </button>
      <button type="button" aria-disabled=${!of.canRedo} @click=${of.redo} aria-label=${words.redo} title=${words.redo}>
        ${arrow("m11 4 4 4-4 4m4-4H8a4 4 0 0 0 0 8h4")}
      </button>
      <button type="button" ?hidden=${!of.canDiscard} @click=${of.discard}>${words.discard}</button>
      <button type="button" aria-disabled=${of.isBusy} @click=${of.save}>${words.save}</button>
      <button type="button" class="primary" aria-disabled=${of.isBusy} @click=${of.publish}>${words.publish}</button>
    </div>
  </div>`;
}
