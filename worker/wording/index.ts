export type { Answer, Context, PlaceNames } from "./answer.ts";
export { type AskedTooEarly, asOfBeforeFirst } from "./as-of.ts";
export { changeLine } from "./change-line.ts";
export { type Comparison, comparisonText, type Side } from "./comparison.ts";
export { correctionsFeed } from "./corrections-feed.ts";
export { CHANGE_CLASSES, type ChangeClass } from "./language/change-class.ts";
export { seriesText } from "./series-text.ts";
export { shareLine } from "./share-line.ts";
export { summaryText } from "./summary-text.ts";
