import type { TemplateResult } from "lit";
import type { CompareBody } from "../../worker/contract/compare.ts";
import { comparisonCard, type Tag } from "./card.ts";
import { historyOf } from "./history-of.ts";
import styles from "./styles/compare.css?inline";
import { type Kinds, understoodBy } from "./understood.ts";

/** The element that a comparison is to stand in. */
export interface Host {
  renderRoot: HTMLElement | DocumentFragment;
  /** The publisher's own heading; empty for none, null for the service's. */
  heading: string | null;
}

let sheet: CSSStyleSheet | undefined;

/**
 * Reads and draws answers of `/v1/compare`, with what the element has loaded already: this script brings none of it.
 */
export function compare(kinds: Kinds) {
  return {
    /** @throws TypeError where a body is no comparison */
    read: understoodBy(kinds),
    /** @param from address that the answer came from */
    card(
      html: Tag<TemplateResult>,
      body: CompareBody,
      { renderRoot, heading }: Host,
      from: string,
    ): TemplateResult {
      dress(renderRoot as ShadowRoot);
      const hidden: readonly string[] = body.theme?.hidden ?? [];
      return comparisonCard(html, body, {
        heading: heading ?? (hidden.includes("heading") ? "" : body.text.heading),
        history: hidden.includes("history") ? "" : historyOf(from, body),
      });
    },
  };
}

function dress({ adoptedStyleSheets }: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
