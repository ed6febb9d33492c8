/** Cyrillic letters of Russian and Ukrainian as addresses write them. */
const LATIN: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    ґ: "g",
    д: "d",
    е: "e",
    ё: "e",
    є: "ie",
    ж: "zh",
    з: "z",
    и: "i",
    і: "i",
  },
  ...{
    ї: "i",
    й: "i",
    к: "k",
    л: "l",
    м: "m",
    н: "n",
    о: "o",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
    у: "u",
    ф: "f",
  },
  ...{ х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia" },
};

/** A theme's address from its name: «Новая газета» → `novaia-gazeta`; empty where nothing of it can stand there. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[а-яёєіїґ]/g, (letter) => LATIN[letter] ?? "")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, (gap) => (/^\p{M}+$/u.test(gap) ? "" : "-"))
    .replace(/^-+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
