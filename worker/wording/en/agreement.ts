import { type AgreementText, kappaIn } from "../language/agreement-text.ts";
import { RANGE_DASH } from "../language/formats.ts";

const LOCALE = "en-GB";
const OF = { sentence: "on the verdict and sentence", service: "on the type of service" } as const;

export const en: AgreementText = {
  by: (coded, { n, agreed, kappa, interval }) => {
    const share = `Of ${n} ${n === 1 ? "verdict" : "verdicts"} coded by two people who didn’t know of each other’s answers, they agreed ${OF[coded]} in ${agreed}`;
    if (kappa === null) return `${share}; too few, or too much alike, to say how sure the coding is.`;
    const range = interval
      ? `, 95% interval ${kappaIn(LOCALE, interval.low)}${RANGE_DASH}${kappaIn(LOCALE, interval.high)}`
      : "";
    return `${share} (Cohen’s kappa ${kappaIn(LOCALE, kappa)}${range}).`;
  },
  none: "Nobody has coded any of these verdicts a second time yet, so nothing is known of how sure the coding is.",
  how: "A random tenth of what is coded in the studio is coded again by somebody else, who doesn’t see the first answer; where the two differ, a third look decides. Cohen’s kappa sets how often they agree against how often they would by chance: 1 is always, 0 no more often than by chance.",
};
