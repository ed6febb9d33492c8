import type { DrawingTerms } from "../language/drawing-terms.ts";

export const drawing: DrawingTerms = {
  months: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
  estimate: "оценка",
  bound: "не менее",
  soFar: "на этой неделе пока",
};
