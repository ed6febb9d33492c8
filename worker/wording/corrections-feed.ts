import type { Lang } from "../contract/terms.ts";
import { LANGUAGES } from "./languages.ts";

const FEED: Readonly<Record<Lang, { title: string; subtitle: string }>> = {
  en: {
    title: "Corrections of the counts of Russian soldiers convicted",
    subtitle: "What each edition changed in weeks that had been reported before",
  },
  ru: {
    title: "Исправления в подсчётах осуждённых российских военнослужащих",
    subtitle: "Что каждый выпуск изменил в неделях, о которых уже сообщалось",
  },
  uk: {
    title: "Виправлення в підрахунках засуджених російських військовослужбовців",
    subtitle: "Що кожен випуск змінив у тижнях, про які вже повідомлялося",
  },
};

/** What the feed of corrections is called, and what it says of itself. */
export function correctionsFeed(lang: Lang, sample: boolean): { title: string; subtitle: string } {
  const { title, subtitle } = FEED[lang];
  return { title, subtitle: sample ? `${LANGUAGES[lang].status.sample} ${subtitle}` : subtitle };
}
