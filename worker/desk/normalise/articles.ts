import { articleCode, sortArticles } from "./article-code.ts";
import { replaceBetween } from "./between.ts";

/** One accused of a card, with the name left behind. */
export interface Accused {
  /** Place in the card's list, from 1. */
  ordinal: number;
  /** Codes as `337.5` or `337.2.1`, each once, in the Code's order; none where the card hides them. */
  articles: string[];
  /** true: only articles of another code are named, such as the УПК РФ (criminal procedure). */
  otherCode: boolean;
}

/** Articles below are the Code's General Part (30 attempt, 33 complicity, 62 …), not offences. */
const FIRST_OFFENCE = 105;

/** What an appeal card adds after the last accused: the first court or judge, and the number there. */
const APPEAL_TAIL = /Суд(?:ья)? \((?:судебный участок|мировой судья)\) первой инстанции:[\s\S]*$/;

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const PART = String.raw`\d{1,2}(?:\.\d{1,2})?`;
const ARTICLE_WORD = String.raw`(?<!\p{L})[Сс](?:т|Т|татья)(?!\p{L})\.?\s*`;
const PART_WORD = String.raw`(?<!\p{L})[Чч](?:\.?\s?ч|асть)?\.?\s*`;
/** `ч.1,2` lists two parts; a number before another `ч` or with three digits is an article. */
const MORE_PARTS = String.raw`(?:\s*,\s*\d(?:\.\d)?(?![\d.]|\s*ч))*`;
const POINT = String.raw`[«"']?[\p{Ll}](?:\.\d)?[»"']?(?![\p{L}.])`;
const POINTS = String.raw`(?:[,\s]\s*(?:п\.\s?п|пп|пункт|п)\.?\s*${POINT}(?:\s*,\s*${POINT})*)?`;

/** A code, an article with its parts, or the parts before their article, as in `ч.5 ст.337`. */
const GRAMMAR = new RegExp(
  [
    String.raw`(?<code>УПК|УИК|УК|КоАП|КАС|ГПК|ГК)\s*(?<state>РФ|РСФСР)\s*(?<prefix>:)?`,
    String.raw`${ARTICLE_WORD}(?<article>${NUMBER})\.?(?:,?\s*${PART_WORD}(?<parts>${PART}${MORE_PARTS}))?${POINTS}`,
    String.raw`${PART_WORD}(?<before>${PART})(?:\s*,)?\s*${ARTICLE_WORD}(?<after>${NUMBER})`,
  ].join("|"),
  "gu",
);

/**
 * Reads the string of accused and articles as the courts' cards and the scrapers print it
 * (`ФИО - ст.337 ч.5 УК РФ`, `ФИО - УК РФ: [ст. 158 ч.3 п. а] [ст. 161 ч.1]`, several accused one after
 * another) into ordinals and articles. Names are used to tell the accused apart and left behind.
 *
 * @param separator what stands between two accused; sudrfscraper's CSV makes a comma of the semicolon
 */
export function parseAccused(names: string, separator: ";" | "," = ";"): Accused[] {
  // The text of a hidden name may itself cite laws: it's only a mark that somebody stands here.
  // Runs of blanks are one: the grammar has several optional ones in a row.
  const text = replaceBetween(names.replace(APPEAL_TAIL, ""), "<", ">", " Х ").replace(/\s+/g, " ");
  const list = new AccusedList(separator);
  let end = 0;
  for (const match of text.matchAll(GRAMMAR)) {
    list.readBetween(text.slice(end, match.index));
    end = match.index + match[0].length;
    const { code, state, prefix, article, parts, before, after } = match.groups ?? {};
    if (code) list.readCode(code === "УК" && state === "РФ", prefix !== undefined);
    else if (after) list.readArticle(after, before);
    else if (article) list.readArticle(article, parts);
  }
  list.readBetween(text.slice(end));
  return list.finish();
}

/** Builds the list while the string is read from left to right. */
class AccusedList {
  #done: Accused[] = [];
  /** The accused being read: articles whose code isn't known yet, those of the Code, whether of others. */
  #open: { unassigned: string[]; criminal: string[]; other: boolean } | null = null;
  /** The code named before the articles (`УК РФ: ст. …`): true for the Criminal Code, null if none was. */
  #prefix: boolean | null = null;
  readonly #separator: string;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /**
   * Text that isn't about articles: each name in it begins the next accused, but for what follows an article without
   * anything between: that is about the article, as `УК РФ в редакции Федерального закона` is.
   */
  readBetween(text: string): void {
    const pieces = replaceBetween(text, "(", ")", " ").split(this.#separator);
    for (const [index, piece] of pieces.entries()) {
      if (index === 0 && this.#open !== null && !/^\s*[,;]/.test(piece) && !isHidden(piece)) continue;
      const next = pieces[index + 1];
      if (this.#separator === "," && next !== undefined && isCutName(piece, next)) continue;
      if (isName(piece)) this.#begin();
    }
  }

  readCode(criminal: boolean, isPrefix: boolean): void {
    const accused = this.#current();
    if (isPrefix) {
      this.#settle(this.#prefix ?? true);
      this.#prefix = criminal;
    } else {
      this.#settle(criminal);
      this.#prefix = null;
    }
    if (!criminal) accused.other = true;
  }

  readArticle(article: string, parts: string | undefined): void {
    const { unassigned } = this.#current();
    if (Number.parseInt(article, 10) < FIRST_OFFENCE) return;
    if (parts === undefined) unassigned.push(articleCode(article, null));
    for (const part of parts?.split(",") ?? []) unassigned.push(articleCode(article, part.trim()));
  }

  finish(): Accused[] {
    this.#close();
    return this.#done;
  }

  #current() {
    this.#open ??= { unassigned: [], criminal: [], other: false };
    return this.#open;
  }

  #begin(): void {
    this.#close();
    this.#open = { unassigned: [], criminal: [], other: false };
  }

  #settle(criminal: boolean): void {
    const { unassigned, criminal: articles } = this.#current();
    if (criminal) articles.push(...unassigned);
    unassigned.length = 0;
  }

  #close(): void {
    if (this.#open === null) return;
    this.#settle(this.#prefix ?? true);
    const articles = sortArticles(this.#open.criminal);
    const otherCode = this.#open.other && articles.length === 0;
    this.#done.push({ ordinal: this.#done.length + 1, articles, otherCode });
    this.#open = null;
  }
}

/** Names begin with a capital or are hidden behind signs; `п. «в»`, ` в ред. ФЗ` and `, ` between articles aren't names. */
function isName(text: string): boolean {
  return isHidden(text) || (/\p{Lu}/u.test(text) && !OF_THE_LAW.test(text));
}

/** Whether a text says that a name is hidden, or hides it behind signs. */
export function isHidden(text: string): boolean {
  return /\*{2,}|<|скрыт|обезличен|изъят/iu.test(text);
}

/** How a piece of the law's wording begins: `в редакции Федерального закона`, `ФЗ от …`, `с изменениями`, `он же …`. */
const OF_THE_LAW = new RegExp(
  [
    String.raw`^[^\p{L}]*(?:в|во|от|по|на|с|со|до|и|или|он|она|она же|далее|до|из|за|при)(?!\p{L})`,
    String.raw`^[^\p{L}]*(?:[Фф]едеральн|[Рр]ед\.|[Рр]едакци|[Зз]акон|[Кк]одекс|[Пп]ункт|[Чч]аст|[Пп]римечани|[Пп]реступлени|[Ээ]пизод)`,
    String.raw`^[^\p{L}]*(?:ФЗ|ФКЗ|УК|УПК|РФ|РСФСР)(?!\p{L})`,
  ].join("|"),
  "u",
);

/**
 * Whether a comma stands within a name: sudrfscraper's CSV parts the accused by commas, too. One word before it and
 * words behind it are one name (`ФАМИЛИЯ, ИМЯ ОТЧЕСТВО`), unless the first has a number, as masked names do (`Лицо1`).
 */
function isCutName(text: string, next: string): boolean {
  return (
    /^[^\p{L}\d]*\p{Lu}[\p{L}-]+\s*$/u.test(text) && /^\s*\p{Lu}\p{L}*(?:[. ]|$)/u.test(next) && isName(text)
  );
}
