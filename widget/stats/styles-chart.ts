/** The sparkline: one accent, its certainty told by weight, dashes and shade. */
export const CHART = `
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  [part=sparkline] {
    flex: 1;
    align-self: stretch;
    contain: size;
    box-sizing: border-box;
    block-size: auto;
    min-block-size: 3em;
    margin-block: .5em 1.25em;
    border-block-end: 1px solid var(--border);
  }
  path {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .area,
  .band,
  .bars path {
    fill: var(--accent);
    fill-opacity: .12;
    stroke: none;
  }
  .band.band {
    fill-opacity: .25;
  }
  .bound {
    stroke-opacity: .65;
  }
  .provisional.provisional {
    stroke: var(--accent);
    stroke-width: 1.5;
    stroke-dasharray: 2 4;
  }
  .bars .bound {
    fill-opacity: .5;
  }
  .bars .known {
    fill-opacity: 1;
  }
  circle {
    fill: var(--accent);
    stroke: var(--accent);
    stroke-width: 2;
  }
  .open {
    fill: var(--surface);
  }
  line {
    stroke: var(--border);
  }
  text {
    fill: var(--muted);
    font-size: 11px;
    text-anchor: middle;
  }
`;
