import { html, nothing, type TemplateResult } from "lit";

/** A list to choose one of few words from. */
export function choice<Value extends string>(
  label: string,
  values: readonly Value[],
  value: Value,
  name: (value: Value) => string,
  choose: (value: Value) => void,
): TemplateResult {
  const onChange = ({ target }: Event) => {
    const chosen = values[(target as HTMLSelectElement).selectedIndex];
    if (chosen !== undefined) choose(chosen);
  };
  return html`<label class="field">
    <span>${label}</span>
    <select @change=${onChange}>
      ${values.map((one) => html`<option value=${one} .selected=${one === value}>${name(one)}</option>`)}
    </select>
  </label>`;
}

/** A line to type into, with what is wrong with it, or with what helps. */
export function line(
  label: string,
  value: string,
  type: (value: string) => void,
  {
    name,
    help,
    wrong,
    ...more
  }: {
    name: string;
    help?: string | undefined;
    wrong?: string | null | undefined;
    type?: "text" | "date";
    lang?: string;
    max?: number;
    required?: boolean;
    disabled?: boolean;
  },
): TemplateResult {
  const note = wrong ?? help;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type=${more.type ?? "text"}
      .value=${value}
      lang=${more.lang ?? nothing}
      maxlength=${more.max ?? nothing}
      ?disabled=${more.disabled ?? false}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby=${note ? `${name}-note` : nothing}
      spellcheck="false"
      autocomplete="off"
      @input=${({ target }: Event) => type((target as HTMLInputElement).value)}
    />
    ${note ? html`<p id="${name}-note" class=${wrong ? "wrong" : "hint"}>${note}</p>` : nothing}
  </div>`;
}

/** A number between two others. */
export function slider(
  label: string,
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
  slide: (value: number) => void,
): TemplateResult {
  return html`<label class="field">
    <span>${label}: <output>${value}</output></span>
    <input type="range" min=${min} max=${max} step=${step} .value=${String(value)}
      @input=${({ target }: Event) => slide((target as HTMLInputElement).valueAsNumber)} />
  </label>`;
}

/** Something that is, or isn't. */
export function tick(label: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="tick">
    <input type="checkbox" .checked=${on}
      @change=${({ target }: Event) => set((target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>`;
}
