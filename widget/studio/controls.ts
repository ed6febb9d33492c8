import { html, nothing, type TemplateResult } from "lit";

/** What may stand below a control: what is wrong, or else what helps. */
interface Below {
  /** Of the control in the page; the note's has `-note` behind it. */
  name?: string;
  help?: string | undefined;
  wrong?: string | null | undefined;
}

/** A list to choose one of few words from. */
export function choice<Value extends string>(
  label: string,
  values: readonly Value[],
  value: Value,
  name: (value: Value) => string,
  choose: (value: Value) => void,
  below: Below = {},
): TemplateResult {
  const onChange = ({ target }: Event) => {
    const chosen = values[(target as HTMLSelectElement).selectedIndex];
    if (chosen !== undefined) choose(chosen);
  };
  return html`<div class="field">
    <label>
      <span>${label}</span>
      <select id=${below.name ?? nothing} @change=${onChange}
        aria-invalid=${below.wrong ? "true" : nothing} aria-describedby=${described(below)}>
        ${values.map((one) => html`<option value=${one} .selected=${one === value}>${name(one)}</option>`)}
      </select>
    </label>
    ${noteOf(below)}
  </div>`;
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
  }: Below & {
    name: string;
    type?: "text" | "date" | "datetime-local" | "url";
    lang?: string;
    max?: number;
    list?: string;
    placeholder?: string;
    /** Which keys a phone shows. */
    mode?: "decimal";
    settle?: () => void;
  },
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type=${more.type ?? "text"}
      .value=${value}
      lang=${more.lang ?? nothing}
      maxlength=${more.max ?? nothing}
      list=${more.list ?? nothing}
      placeholder=${more.placeholder ?? nothing}
      inputmode=${more.mode ?? nothing}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby=${described({ name, help, wrong })}
      spellcheck="false"
      autocomplete="off"
      @input=${({ target }: Event) => type((target as HTMLInputElement).value)}
      @blur=${more.settle ?? nothing}
    />
    ${noteOf({ name, help, wrong })}
  </div>`;
}

/** A number between two others. */
export function slider(
  label: string,
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
  slide: (value: number) => void,
  below: Below = {},
): TemplateResult {
  return html`<div class="field">
    <label>
      <span>${label}: ${value}</span>
      <input type="range" id=${below.name ?? nothing} min=${min} max=${max} step=${step} .value=${String(value)}
        aria-invalid=${below.wrong ? "true" : nothing} aria-describedby=${described(below)}
        @input=${({ target }: Event) => slide((target as HTMLInputElement).valueAsNumber)} />
    </label>
    ${noteOf(below)}
  </div>`;
}

/** Something that is, or isn't. */
export function tick(label: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="tick">
    <input type="checkbox" .checked=${on}
      @change=${({ target }: Event) => set((target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>`;
}

function described({ name, help, wrong }: Below) {
  return name && (wrong || help) ? `${name}-note` : nothing;
}

function noteOf({ name, help, wrong }: Below) {
  const note = wrong || help;
  return name && note ? html`<p id="${name}-note" class=${wrong ? "wrong" : "hint"}>${note}</p>` : nothing;
}
