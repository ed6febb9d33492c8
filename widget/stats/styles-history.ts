/** The panel of the history, above the page. Its letters and colours are the card's. */
export const HISTORY = `
  dialog {
    inline-size: 60em;
    max-inline-size: 100%;
    box-sizing: border-box;
    padding: 1.25em;
    border: 1px solid var(--ink);
    background: var(--surface);
    color: var(--ink);
    font-family: var(--ds-font, var(--theme-font, inherit));
  }
  dialog [part=sparkline] {
    block-size: 16em;
  }
  td {
    padding-inline-start: 1em;
    text-align: end;
  }
`;
