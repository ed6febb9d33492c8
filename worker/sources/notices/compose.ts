import type { Notice } from "../../contract/hooks.ts";
import type { Lang } from "../../contract/terms.ts";
import { moscowDate } from "../../domain/calendar.ts";
import { toldOf } from "../../reading/told.ts";
import { readEdition } from "../../store/distribution.ts";
import type { HookRow } from "../../store/notices/hooks.ts";
import type { Facts, NoticeRow } from "../../store/notices/notices.ts";
import { WORDS } from "./words/index.ts";

/** What a hook is told of something, in its language. The same facts make the same words at each try of one day. */
export async function compose(kv: KVNamespace, { id, at, facts }: NoticeRow, hook: HookRow): Promise<Notice> {
  const { lang, own_host } = hook;
  const edition = "edition" in facts ? facts.edition : null;
  const url = `https://${own_host}${placeOf(facts)}`;
  return { id, event: facts.event, at, lang, text: await textOf(kv, facts, lang, at), url, edition };
}

async function textOf(kv: KVNamespace, facts: Facts, lang: Lang, at: string): Promise<string> {
  const words = WORDS[lang];
  switch (facts.event) {
    case "test":
      return words.test;
    case "edition-published":
      return publishedText(kv, facts, lang, moscowDate(Date.parse(at)));
    case "edition-held": {
      const reasons = facts.codes.map((code) => words.reasons[code]);
      return words.held(
        facts.source,
        reasons.length > 0 ? reasons : [facts.source === null ? words.heldForAnother : words.heldForReview],
      );
    }
    case "source-failing":
      return words.failing(facts.source, words.problems[facts.code]);
    case "court-silent":
      return words.silent(facts.courts, facts.more, facts.source);
    case "evidence-old":
      return words.old(facts.days);
    case "final-week-corrected":
      return words.corrected(facts.weeks, facts.edition);
  }
}

async function publishedText(
  kv: KVNamespace,
  facts: Extract<Facts, { event: "edition-published" }>,
  lang: Lang,
  today: string,
): Promise<string> {
  const [edition, earlier] = await Promise.all([
    readEdition(kv, facts.edition),
    facts.before === null ? null : readEdition(kv, facts.before),
  ]);
  if (!edition) throw new Error(`KV doesn't give edition ${facts.edition}.`);
  const { sentence, inline } = toldOf(edition, lang, today);
  const was = earlier && toldOf(earlier, lang, today).inline;
  return WORDS[lang].published(facts.edition, sentence, was === inline ? null : was);
}

function placeOf(facts: Facts): string {
  switch (facts.event) {
    case "edition-published":
    case "final-week-corrected":
      return `/v1/editions/${facts.edition}`;
    case "court-silent":
      return facts.edition ? `/v1/editions/${facts.edition}` : `/studio#/desk/${facts.batch}`;
    case "edition-held":
      return `/studio#/desk/${facts.batch}`;
    case "source-failing":
      return "/studio#/sources";
    case "evidence-old":
    case "test":
      return "/";
  }
}
