import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  unsafeCSS,
} from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import type { SummaryTheme } from "../../worker/contract/theme.ts";
import { card } from "./card.ts";
import { comparison, isComparison } from "./comparison.ts";
import { completeLook, expectLook } from "./further.ts";
import { openHistory } from "./history.ts";
import { dress, lookOf } from "./look.ts";
import { addressOf, attributeOf, currentUrl, FILTERS } from "./query.ts";
import styles from "./styles/element.css?inline";
import { type Question, SummaryController } from "./summary-controller.ts";
import { SCHEMES, type Scheme, schemeBehind } from "./surroundings.ts";
import { drawingOf, layoutOf, spaceOf } from "./view.ts";

/**
 * A statistic of Russian military courts on any page: the number with its label, a sparkline and its source.
 *
 * It asks `{src}/v1/summary` once for all elements of a page that ask the same, when one comes near the window or the
 * page has been read for some seconds.
 * All words come with the answer, in the language of the page around it. Until then, and if none ever comes, the
 * content of the tag is shown, in the space that the answer will need. It throws nothing into the page.
 *
 * Under `require-trusted-types-for 'script'` its templates use the policy `desertion-stats`, which a `trusted-types`
 * directive has to allow. It needs no `unsafe-inline`.
 *
 * @element desertion-stats
 *
 * @attr {"convictions" | "cases-received" | "persons-sentenced" | "persons-charged"} [measure=convictions] - What is
 *   counted; persons in published figures alone.
 * @attr {"desertion" | "awol" | "desertion-strict" | "refusal" | "surrender" | "looting" | "malingering"} [offence=desertion] - Group of offences.
 * @attr {string} article - Articles of the Criminal Code instead of a group: `337,338`.
 * @attr {"mobilised" | "contract" | "conscript" | "officer" | "unknown"} service - Kind of service.
 * @attr {"suspended" | "imprisonment" | "fine" | "disciplinary-unit" | "restriction" | "other" | "unknown"} sentence - Kind of sentence.
 * @attr {string} court - Code of a court.
 * @attr {string} region - Region of the court.
 * @attr {"auto" | "records" | "published"} [evidence=auto] - Court records or published figures.
 * @attr {"week" | "this-week" | "month" | "year" | "total"} [span=week] - What time the number is of: the newest week
 *   that is over and can be told, the current one so far, the newest such month, the year to date, all since a date.
 * @attr {string} since - First day of a total: `2022-09-21`, the mobilisation's, by default.
 * @attr {number} weeks - Length of the series, 12 to 260.
 * @attr {string} as-of - A date or an edition: the number as it was then.
 * @attr {string} theme - Slug of a published theme. What the page sets by attributes and properties comes first.
 * @attr {string} lang - `en`, `ru` or `uk`; the page's own where it is missing, else the theme's, else `en`.
 * @attr {string} period - With `layout="compare"`: the period that is compared, `2023-H1`.
 * @attr {string} with - With `layout="compare"`: what it is compared with, `2022,2021`.
 * @attr {"host" | "light" | "dark"} [color-scheme=host] - `host`: what the page around the element shows.
 * @attr {"card" | "strip" | "inline" | "number" | "compare"} [layout=card] - Shape; `compare`: one period against
 *   others, as bars and in a sentence.
 * @attr {"line" | "bars" | "none"} [chart=line] - Kind of sparkline; published figures are always steps. In a
 *   sentence (`inline`) there is none unless it is asked for.
 * @attr {string} heading - The publisher's own heading; empty for none.
 * @attr {string} src - Origin of the service; the script's own by default.
 * @attr {"off" | "auto"} [refresh=off] - `auto`: ask again when the answer is out of date, while the page is seen.
 *
 * @slot - Shown until the number comes, and if it never does: a sentence with a link, best.
 *
 * @csspart card - The whole.
 * @csspart heading - What the number is about.
 * @csspart number - The number, and how sure it is in a word.
 * @csspart label - Unit, articles and period.
 * @csspart so-far - What is recorded of the current week so far.
 * @csspart change - The change against the period before.
 * @csspart sparkline - The drawing, with its scale and key.
 * @csspart line - In it a line or steps, of whatever certainty.
 * @csspart bar - Its bars.
 * @csspart area - Surface under the line.
 * @csspart band - Range that is expected.
 * @csspart grid - Lines of the scale; the first is zero.
 * @csspart axis - Numerals and names of both scales.
 * @csspart value-label - Values at the ends.
 * @csspart key - What is drawn otherwise.
 * @csspart status - Provisional, stale, sample, frozen or corrected, in words.
 * @csspart history - The button that opens the history.
 * @csspart footer - How the number came about, and its source.
 * @csspart detail - How the number came about.
 * @csspart byline - A theme's own line below the heading.
 * @csspart note - A theme's own words above the source.
 * @csspart credit - A theme's own words behind the source.
 * @csspart logo - A theme's logo.
 *
 * @cssproperty [--ds-font=inherit] - Family of type.
 * @cssproperty --ds-ink - Letters and the rule on top.
 * @cssproperty --ds-muted - Lesser letters.
 * @cssproperty --ds-surface - Background; none by default, where the scheme is the host's.
 * @cssproperty --ds-accent - The drawing.
 * @cssproperty --ds-border - Fine lines.
 * @cssproperty [--ds-radius=0] - Corners.
 * @cssproperty [--ds-space=0.75em] - Distance between the parts.
 * @cssproperty --ds-number-size - Size of the number; of the current week so far it is the label's.
 * @cssproperty --ds-number - Colour of the number; the letters' by default.
 * @cssproperty --ds-rule - Colour of the rule on top; the letters' by default.
 * @cssproperty [--ds-heading-font=inherit] - Family of the heading.
 * @cssproperty [--ds-number-font=inherit] - Family of the number.
 * @cssproperty [--ds-heading-weight=700] - Weight of the heading.
 * @cssproperty [--ds-number-weight=inherit] - Weight of the number.
 * @cssproperty [--ds-figures=inherit] - Digits of the number, as `font-variant-numeric` has them.
 * @cssproperty [--ds-label-case=inherit] - `text-transform` of the label.
 * @cssproperty [--ds-align=start] - Where words stand: start, center, end.
 * @cssproperty --ds-padding - Space inside the edge; above and below `--ds-space` by default.
 * @cssproperty [--ds-rule-width=1px] - Rule on top; 0 for none.
 * @cssproperty [--ds-border-width=1px] - Line above the footer; 0 for none.
 * @cssproperty [--ds-edge-width=0] - Line around the whole.
 * @cssproperty [--ds-max-width=none] - Greatest width.
 * @cssproperty --ds-chart-height - Height of the drawing; a third of its width, 72 to 144 pixels, by default.
 * @cssproperty [--ds-line-width=2px] - The drawing's line; at most 8px.
 * @cssproperty --ds-area - Opacity of the surface under the line; 0.16 under steps and totals by default, else 0.
 * @cssproperty [--ds-grid-width=1px] - Lines of the scale; 0 for none. Zero's stays.
 * @cssproperty [--ds-axis-size=11px] - Letters of the scales.
 * @cssproperty [--ds-value-size=0] - Letters of the values at the drawing's ends; 0 for none.
 *
 * @fires {CustomEvent<LoadDetail>} desertion-stats-load - A number is shown.
 * @fires {CustomEvent<ErrorDetail>} desertion-stats-error - No number came.
 * @fires {CustomEvent<StaleDetail>} desertion-stats-stale - The number shown is the last good one.
 * @fires {CustomEvent<CorrectionDetail>} desertion-stats-correction - A week of the series was corrected lately.
 */
export class DesertionStats extends LitElement {
  /** Origin of the service for tags that name none: the script that comes from there tells it, whenever that is. */
  static home?: string;

  // Getters, not fields: the compiler writes those as static blocks, and where a browser can't read a script (Chrome
  // before 94, Safari before 16.4), that is an exception in the page.
  static override get styles(): CSSResultGroup {
    return unsafeCSS(styles);
  }

  static override get properties(): PropertyDeclarations {
    // One for each question that the service is asked, under the name that it knows, and for how the answer is shown.
    const names = [...FILTERS, "colorScheme", "chart", "heading", "src", "refresh"];
    return {
      ...Object.fromEntries(names.map((name) => [name, { attribute: attributeOf(name) }])),
      layout: { reflect: true },
      // Every element has a property `lang` already; this one only watches the attribute.
      ownLang: { attribute: "lang" },
    };
  }

  declare measure: string | null;
  declare offence: string | null;
  declare article: string | null;
  declare service: string | null;
  declare sentence: string | null;
  declare court: string | null;
  declare region: string | null;
  declare evidence: string | null;
  declare span: string | null;
  declare since: string | null;
  declare weeks: string | number | null;
  declare asOf: string | null;
  declare theme: string | null;
  declare period: string | null;
  declare with: string | null;
  declare colorScheme: string | null;
  declare layout: string | null;
  declare chart: string | null;
  declare heading: string | null;
  declare src: string | null;
  declare refresh: string | null;

  #scheme: Scheme = "light";
  /** The answer came while all that could move for it was below the window: no blank is kept under it. */
  #fits = false;
  /** What a server has rendered already (`/embed/fragment.html`) below its styles: it stands until the answer comes. */
  #served: Element[] = [];
  readonly #answer = new SummaryController(this, () => this.#question());

  /** The answer that is shown, or null while the content of the tag is. */
  get summary(): Summary | null {
    return this.#answer.summary;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // The first are its styles, before which Lit renders: they stay, as do the colours of a page's own letters in them.
    this.#served = [...root.children].slice(1);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lookAround();
    document.addEventListener("desertion-stats-home", this.#lookAround);
  }

  /** An answer that can't be drawn must not break the page. */
  protected override scheduleUpdate(): void {
    try {
      super.scheduleUpdate();
    } catch (cause) {
      this.#answer.refuse(cause);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { summary, heading } = this;
    if (summary) for (const node of this.#served.splice(0)) node.remove();
    if (this.#served[0]) return nothing;
    const theme: Partial<SummaryTheme> = summary?.theme ?? {};
    const layout = layoutOf(this, theme);
    const { url } = this.#question();
    const open = () => openHistory(this.renderRoot.firstElementChild as Element, url, summary as Summary);
    const draw = (summary: Summary) => {
      if (isComparison(summary)) return comparison.card(html, summary, this, url);
      const drawing = drawingOf(this, theme, layout, summary);
      return card(summary, { layout, drawing, heading, current: currentUrl(url), open });
    };
    const content = summary ? draw(summary) : html`<slot></slot>`;
    const asked = SCHEMES.find((name) => name === this.colorScheme);
    this.#scheme = asked ?? schemeBehind(this);
    const ground = (asked || theme.light) && !theme.look?.surface ? "own" : "";
    this.#fits ||=
      summary !== null && this.refresh !== "auto" && this.getBoundingClientRect().top >= innerHeight;
    const space = this.#fits ? "" : spaceOf(this);
    return html`<div class="frame ${space} ${layout} ${this.#scheme} ${ground}" @transitionend=${this.#lookAround}>${content}</div>`;
  }

  protected override update(changed: PropertyValues): void {
    const { summary, renderRoot } = this;
    // The page is asked before anything changes: afterwards the browser would have to style it all at once, and again.
    const page = getComputedStyle(this);
    const letters = page.fontFamily;
    if (summary) expectLook(page, this.#lookAround);
    super.update(changed);
    dress(renderRoot.firstElementChild as HTMLElement, lookOf(summary?.theme ?? {}, this.#scheme, letters));
    if (summary) completeLook(renderRoot as ShadowRoot, summary, letters);
  }

  #question(): Question {
    const url = addressOf(this, (name) => this[name], DesertionStats.home);
    return { url, refresh: this.refresh === "auto" };
  }

  /** What surrounds the element may be another now: its language, its colours. */
  readonly #lookAround = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    "desertion-stats": DesertionStats;
  }
}
