/** What the panel has beyond the card's own styles. Colours of lines differ in both schemes, and by their dashes. */
const STYLES = `
  dialog {
    /* At 400 % zoom a window is some 16rem high: all of it then. */
    max-block-size: max(90%, min(100%, 30rem));
    padding-block-start: 0;
    font-size: 1rem;
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.35;
  }
  /* The way out stays, however far a reader is down. */
  dialog > [dir] > p {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    padding-block: .5em;
    background: var(--surface);
    text-align: end;
  }
  .history {
    display: flex;
    flex-direction: column;
    gap: .75em;
  }
  .history form,
  .history ul {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: .5em 1.25em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  label,
  .history ul,
  .history small {
    color: var(--muted);
    font-size: .875rem;
  }
  select {
    min-block-size: 1.75rem;
    border: 1px solid var(--muted);
    border-radius: 0;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }
  .plot {
    position: relative;
    block-size: clamp(12rem, 45vh, 24rem);
    touch-action: pan-y;
  }
  canvas {
    position: absolute;
    inset: 0;
  }
  output {
    position: absolute;
    inset-block-start: 0;
    max-inline-size: 15em;
    box-sizing: border-box;
    padding: .375em .625em;
    border: 1px solid var(--ink);
    background: var(--surface);
    font-size: .875rem;
    pointer-events: none;
  }
  output b {
    display: block;
  }
  [type=range] {
    /* As the chart above it, in all languages. */
    direction: ltr;
    inline-size: 100%;
    min-block-size: 1.5rem;
    margin: 0;
    accent-color: var(--muted);
  }
  i {
    color: var(--accent);
  }
  i svg {
    display: inline-block;
    inline-size: 2em;
    block-size: .75em;
    margin-inline-end: .5em;
  }
  i line {
    stroke: currentcolor;
    stroke-width: 3;
  }
  .k1 { color: #1d6996; }
  .k2 { color: #8a6a00; }
  .k3 { color: #2e7d5b; }
  .k4 { color: #7b4fa3; }
  .k5 { color: #b3541e; }
  .k6 { color: #6b6b6b; }
  .dark .k1 { color: #6db3e8; }
  .dark .k2 { color: #d9b44a; }
  .dark .k3 { color: #63c196; }
  .dark .k4 { color: #c3a2e6; }
  .dark .k5 { color: #f0a06a; }
  .dark .k6 { color: #b5b2ac; }
  .rows {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: .875rem;
  }
  th,
  td {
    padding: .375em .75em .375em 0;
    border-block-end: 1px solid var(--border);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }
  th:first-child {
    text-align: start;
    white-space: nowrap;
  }
  th small {
    display: block;
    white-space: normal;
  }
  thead th {
    border-color: var(--ink);
    color: var(--muted);
  }
  @media (forced-colors: active) {
    i, .history i {
      color: CanvasText;
    }
  }
`;

let sheet: CSSStyleSheet | undefined;

/** Dresses the panel of one element; once, however often it is opened. */
export function dressPanel(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
