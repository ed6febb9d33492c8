/** What the other shapes change of the card, at the widths of their own columns. */
export const LAYOUTS = `
  .plain {
    --less: 5.5em;
  }
  .for-number {
    min-block-size: max(27.5em - 36cqi, 15.25em);
  }
  .for-inline {
    display: inline;
  }
  .number :is([part=heading], [part=change], .detail) {
    display: none;
  }
  .inline [part=card] {
    white-space: nowrap;
  }
  .inline a {
    text-decoration: underline 1px dotted var(--accent);
  }
  .inline [part=sparkline] {
    display: inline-block;
    inline-size: 3.5em;
    block-size: .75em;
    min-block-size: 0;
    margin: 0 .35em;
    border: 0;
  }
  .inline :is(line, text) {
    display: none;
  }
  .inline circle {
    r: 1.5px;
  }

  @container (inline-size >= 16em) {
    .for-strip {
      --less: 5.5em;
    }
    .strip figure {
      display: grid;
      grid-template: auto 1fr / auto 1fr;
      column-gap: 1.25em;
    }
    .strip :is(p, figcaption) {
      grid-column: 1 / -1;
    }
    .strip [part=number] {
      grid-column: 1;
    }
    .strip [part=sparkline] {
      grid-area: 2 / 2;
      margin-block: 0 1.25em;
    }
  }
  @container (inline-size >= 38em) {
    .for-strip {
      min-block-size: max(24em - 14cqi, 13em);
    }
    .strip figure {
      grid-template: auto auto 1fr / auto 1fr 38%;
    }
    .strip p {
      grid-column: 2;
    }
    .strip [part=number] {
      grid-area: 1 / 1 / 4;
    }
    .strip [part=sparkline] {
      grid-area: 1 / 3 / 4;
    }
    .strip [part=status] {
      grid-column: 2 / 4;
    }
    .strip figcaption {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 1em;
    }
    .strip figcaption * {
      margin: 0;
    }
    .strip [part=history] {
      flex: none;
    }
  }
`;
