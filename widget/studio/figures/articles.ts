/**
 * Words by which the articles of chapter 33 are called, in the studio's languages, and by what they begin with: an ending
 * may follow. Longer ones come first.
 */
const WORDS: readonly (readonly [beginning: string, article: string])[] = [
  ["самовольн", "337"],
  ["самовiльн", "337"],
  ["самовільн", "337"],
  ["оставлен", "337"],
  ["соч", "337"],
  ["сзч", "337"],
  ["awol", "337"],
  ["absen", "337"],
  ["unauthori", "337"],
  ["leave", "337"],
  ["дезертир", "338"],
  ["desert", "338"],
  ["неисполн", "332"],
  ["невиконан", "332"],
  ["непокор", "332"],
  ["отказ", "332"],
  ["відмов", "332"],
  ["disobe", "332"],
  ["refus", "332"],
  ["insubord", "332"],
  ["симуляц", "339"],
  ["уклонен", "339"],
  ["ухилен", "339"],
  ["malinger", "339"],
  ["evasi", "339"],
  ["плен", "352.1"],
  ["полон", "352.1"],
  ["surrender", "352.1"],
  ["мародер", "356.1"],
  ["мародёр", "356.1"],
  ["loot", "356.1"],
  ["насили", "334"],
  ["насильств", "334"],
];

/** What says nothing of an article. */
const ASIDE =
  /^(?:to|obey|без|и|і|й|та|or|and|with|without|от|від|до|of|из|з|к|for|в|у|на|the|an?|art|arts|article|articles|ст|статья|статьи|стаття|статті|ук|кк|рф|part|служб\p{L}*|части|част\p{L}*|leaving|unit|military|service|order\p{L}*|приказ\p{L}*|наказ\p{L}*|обязанност\p{L}*|обов\p{L}*|absent|путём|путем|шляхом|залишен\p{L}*|здача|здачі|сдача|сдачи)$/u;

const NAMED = ["toughened", "ch33", "any"];
const ARTICLE = /^[1-9]\d{1,2}(?:\.[1-9]\d{0,5})?$/;

/**
 * The articles of a text that names them by number, by word or by a named scope of the ledger, in the order of their
 * numbers.
 * @returns `unknown`: what names none, as it stands there
 */
export function articlesIn(text: string): { articles: string[]; unknown: string[] } {
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const word of text.split(/[\s,;+&/()«»"“”]+|\.(?=\s|$)/u)) {
    const plain = word.toLocaleLowerCase("ru");
    if (plain === "" || ASIDE.test(plain)) continue;
    const article = articleOf(plain);
    if (article === null) unknown.push(word);
    else found.add(article);
  }
  return { articles: [...found].sort(byNumber), unknown };
}

function articleOf(word: string): string | null {
  if (ARTICLE.test(word) || NAMED.includes(word)) return word;
  return WORDS.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
}

function byNumber(a: string, b: string): number {
  return Number.parseFloat(a) - Number.parseFloat(b) || (a < b ? -1 : Number(a > b));
}
