export type { Answer, Context, PlaceNames } from "./answer.ts";
export { type AskedTooEarly, asOfBeforeFirst } from "./as-of.ts";
export { CHANGE_CLASSES, type ChangeClass } from "./change-class.ts";
export { changeLine } from "./change-line.ts";
export { type Comparison, comparisonText, type Side } from "./comparison.ts";
export { summaryText } from "./compose.ts";
export { correctionsFeed } from "./corrections-feed.ts";
export { seriesText } from "./history/index.ts";
