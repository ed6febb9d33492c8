import { html, type TemplateResult } from "lit";
import { review } from "../desk/review.ts";
import type { Preview } from "../service/imports.ts";
import { words } from "../words/index.ts";

interface State {
  shown: Preview;
  note: string;
  override: string;
  busy: boolean;
}

interface Acts {
  note(text: string): void;
  override(text: string): void;
  publish(event: SubmitEvent): void;
}

/** The service's review of what is staged, and the form that publishes it. */
export function publication({ shown, note, override, busy }: State, acts: Acts): TemplateResult {
  const { importing } = words;
  const objects = shown.guard.length > 0;
  return html`${review(shown)}
    <form @submit=${acts.publish} class="fields">
      ${area("figures-note", importing.note, importing.noteHelp, note, false, acts.note)}
      ${
        objects
          ? area(
              "figures-override",
              importing.override,
              importing.overrideHelp,
              override,
              true,
              acts.override,
            )
          : ""
      }
      <p class="do"><button class="primary" ?disabled=${busy}>${importing.publish}</button></p>
    </form>`;
}

function area(
  name: string,
  label: string,
  help: string,
  value: string,
  required: boolean,
  type: (text: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea id=${name} ?required=${required} minlength=${required ? 10 : 0} maxlength="1000"
      aria-describedby="${name}-note" .value=${value}
      @input=${({ target }: Event) => type((target as HTMLTextAreaElement).value)}></textarea>
    <p id="${name}-note" class="hint">${help}</p>
  </div>`;
}
