import { CHART } from "./styles-chart.ts";
import { HISTORY } from "./styles-history.ts";
import { LAYOUTS } from "./styles-layouts.ts";

/**
 * A graphic of the newspaper's own: the host's letters, a rule on top, one large figure, one colour. Everything is
 * measured in the host's `em` and turns at the width of its own column, not of the window. The frame reserves what
 * the longest of the languages needs, and the drawing takes what the words leave over: so nothing ever moves.
 */
const CARD = `
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: 18em;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host([layout=inline]) {
    display: inline;
    container-type: normal;
  }

  .frame {
    --ink: var(--ds-ink, var(--theme-ink, #161616));
    --muted: var(--ds-muted, var(--theme-muted, #5b5b5b));
    --accent: var(--ds-accent, var(--theme-accent, #b01e28));
    --border: var(--ds-border, var(--theme-border, #d3d0cb));
    --surface: var(--ds-surface, var(--theme-surface, transparent));
    --ground: #fff;
    --space: var(--ds-space, var(--theme-space, .75em));
    /* Margins of the tag's own content stay inside: they won't be there any more with the answer. */
    display: flow-root;
    /* The height of the longest answer, as it falls with the width: measured, and tested. */
    min-block-size: calc(max(57em - 150cqi, 36em - 24cqi, 25.5em) - var(--less, 0em));
    /* The host's own colour is inherited here, so a change of it is noticed (transitionend). */
    transition: color 1ms;
  }
  .dark {
    --ink: var(--ds-ink, var(--theme-ink, #f1efeb));
    --muted: var(--ds-muted, var(--theme-muted, #aba8a2));
    --accent: var(--ds-accent, var(--theme-accent, #f2695f));
    --border: var(--ds-border, var(--theme-border, #45433f));
    --ground: #171614;
  }
  .own,
  dialog {
    --surface: var(--ds-surface, var(--theme-surface, var(--ground)));
  }

  figure {
    display: flex;
    flex-direction: column;
    gap: var(--space);
    box-sizing: border-box;
    min-block-size: inherit;
    margin: 0;
    padding-block: var(--space);
    border-block-start: 1px solid var(--ink);
    border-radius: var(--ds-radius, var(--theme-radius, 0));
    background: var(--surface);
    color: var(--ink);
    font-family: var(--ds-font, var(--theme-font, inherit));
    font-variant-numeric: lining-nums tabular-nums;
    line-height: 1.35;
    text-align: start;
    text-wrap: pretty;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .own figure {
    padding-inline: var(--space);
  }
  p {
    margin: 0;
  }
  [part=heading] {
    /* Above the plate that forced colours put behind the large number. */
    position: relative;
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  p[part=number] {
    font-size: var(--ds-number-size, var(--theme-number-size, clamp(2.5em, 25cqi, 4.75em)));
    line-height: .9;
    letter-spacing: -.02em;
  }
  [part=label] {
    font-size: .9375em;
  }
  [part=change] {
    font-size: .875em;
  }
  [part=status] {
    padding-inline-start: .625em;
    border-inline-start: 3px solid var(--accent);
    font-size: .875em;
    font-weight: 700;
  }
  figcaption {
    margin-block-start: auto;
    padding-block-start: .5em;
    border-block-start: 1px solid var(--border);
    color: var(--muted);
    font-size: max(.75em, 12px);
  }
  figcaption :is(a, button) {
    display: inline-block;
    margin-inline-end: .75em;
  }
  figcaption span {
    display: block;
  }
  a,
  button {
    /* A finger's target, without a higher line. */
    padding: .375em 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline 1px;
    text-underline-offset: .2em;
    cursor: pointer;
  }

  /* Printed, the page may have another ground than on the screen: its own ink is legible there. */
  @media print {
    .frame {
      --ink: currentcolor;
      --muted: currentcolor;
      --accent: currentcolor;
      --border: currentcolor;
      --surface: transparent !important;
      /* Paper shows the first moment, and that would still be the screen's colour. */
      transition: none;
    }
    [part=history] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .frame {
      --muted: CanvasText;
      --accent: CanvasText;
      --border: GrayText;
    }
  }
`;

/** Also what a server sends with an element that it has rendered. */
export const STYLES = CARD + CHART + LAYOUTS + HISTORY;
