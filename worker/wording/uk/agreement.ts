import { type AgreementText, kappaIn } from "../language/agreement-text.ts";
import { RANGE_DASH } from "../language/formats.ts";

const LOCALE = "uk";
const OF = { sentence: "про наслідок і покарання", service: "про вид служби" } as const;

export const uk: AgreementText = {
  by: (coded, { n, agreed, kappa, interval }) => {
    const share = `Вироків, які закодували двоє, не знаючи відповідей одне одного: ${n}; однаково ${OF[coded]}: ${agreed}`;
    if (kappa === null)
      return `${share}. Їх замало або вони надто схожі, щоб судити про надійність кодування.`;
    const range = interval
      ? `, 95-відсотковий інтервал ${kappaIn(LOCALE, interval.low)}${RANGE_DASH}${kappaIn(LOCALE, interval.high)}`
      : "";
    return `${share} (каппа Коена ${kappaIn(LOCALE, kappa)}${range}).`;
  },
  none: "Жодного з цих вироків поки що не закодували вдруге, тож про надійність кодування нічого не відомо.",
  how: "Випадкову десяту частину того, що кодують у студії, ще раз кодує інша людина, яка не бачить першої відповіді; якщо відповіді різняться, вирішує третій погляд. Каппа Коена порівнює, як часто вони згодні, з тим, як часто збіглися б випадково: 1 — завжди, 0 — не частіше, ніж випадково.",
};
