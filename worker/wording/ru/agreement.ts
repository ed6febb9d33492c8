import { type AgreementText, kappaIn } from "../language/agreement-text.ts";
import { RANGE_DASH } from "../language/formats.ts";

const LOCALE = "ru";
const OF = { sentence: "об исходе и наказании", service: "о виде службы" } as const;

export const ru: AgreementText = {
  by: (coded, { n, agreed, kappa, interval }) => {
    const share = `Приговоров, которые закодировали двое, не зная ответов друг друга: ${n}; одинаково ${OF[coded]}: ${agreed}`;
    if (kappa === null)
      return `${share}. Их слишком мало или они слишком похожи, чтобы судить о надёжности кодировки.`;
    const range = interval
      ? `, 95-процентный интервал ${kappaIn(LOCALE, interval.low)}${RANGE_DASH}${kappaIn(LOCALE, interval.high)}`
      : "";
    return `${share} (каппа Коэна ${kappaIn(LOCALE, kappa)}${range}).`;
  },
  none: "Ни одного из этих приговоров пока не закодировали во второй раз, поэтому о надёжности кодировки ничего не известно.",
  how: "Случайную десятую часть того, что кодируется в студии, ещё раз кодирует другой человек, который не видит первого ответа; если ответы расходятся, решает третий взгляд. Каппа Коэна сравнивает, как часто они согласны, с тем, как часто совпали бы случайно: 1 — всегда, 0 — не чаще, чем случайно.",
};
