import { html } from "hono/html";
import styles from "../../../dist/site/embed/compare.css";
import { comparisonCard } from "../../../widget/compare/card.ts";
import type { CompareBody } from "../../contract/compare.ts";
import { comparisonHistory } from "../frame/history-address.ts";
import type { EmbedView } from "../frame/told.ts";
import { STYLES } from "./fragment.ts";
import { groundOf } from "./look.ts";
import type { Shadow } from "./shadow.ts";

/** As the build minified it (widget/compare/styles/compare.css). */
const OWN = { address: "/embed/compare.css", text: styles };

/** A comparison by the very template that the browser draws it with. */
export function comparisonShadow({ query, answer, origin }: EmbedView<CompareBody>): Shadow {
  const theme = answer.theme ?? { slug: "default" };
  const hidden: readonly string[] = theme.hidden ?? [];
  const view = {
    heading: query.heading ?? (hidden.includes("heading") ? "" : answer.text.heading),
    history: hidden.includes("history") ? "" : comparisonHistory(origin, query, answer),
  };
  return {
    classes: `frame for-card compare ${groundOf(query, theme)}`,
    content: comparisonCard(html, answer, view),
    styles: [STYLES, OWN],
  };
}
