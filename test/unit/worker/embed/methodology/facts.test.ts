import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../../worker/contract/court-case.ts";
import { LANGS, type Lang } from "../../../../../worker/contract/terms.ts";
import { foldCards } from "../../../../../worker/desk/cards.ts";
import { cardsIn } from "../../../../../worker/desk/merge.ts";
import { editionFacts } from "../../../../../worker/domain/methodology/edition-facts.ts";
import { methodologyPage } from "../../../../../worker/embed/methodology/page.ts";
import { pendingCase } from "../../desk/pending-case.ts";
import { editionOf } from "../../domain/methodology/editions.ts";
import { shippedFigures } from "../../domain/published/figures.ts";

const edition = await editionOf(shippedFigures());

/** A section's words, with ordinary spaces. */
function section(id: string, lang: Lang): string {
  const page = methodologyPage({
    lang,
    facts: editionFacts(edition),
    now: null,
    asOf: null,
    sample: false,
    stale: false,
    origin: "https://stats.example",
  });
  const [, inside = ""] = page.split(`<section id="${id}">`);
  return inside
    .split('<section id="')[0]!
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("\u2060", "")
    .replaceAll(/[\s\u00a0]+/g, " ");
}

type Facts = Readonly<Record<Lang, readonly RegExp[]>>;

/** What the methodology has to say, section by section: facts of law, of courts and of counting. */
const FACTS: Readonly<Record<string, [section: string, words: Facts]>> = {
  "the law of March 2024 and the order of October 2024, and why cases and convictions differ": [
    "units",
    {
      en: [
        /March 2024 \(64-FZ, articles 78\.1 and 80\.2/,
        /order of 17 October 2024/,
        /suspended or dismissed/,
        /fewer convictions than cases/,
      ],
      ru: [
        /марта 2024 года \(64-ФЗ, статьи 78\.1 и 80\.2/,
        /приказ от 17 октября 2024 года/,
        /приостанавливать или прекращать/,
        /приговоров меньше, чем дел/,
      ],
      uk: [
        /березня 2024 року \(64-ФЗ, статті 78\.1 і 80\.2/,
        /наказ від 17 жовтня 2024 року/,
        /зупиняти або закривати/,
        /вироків менше, ніж справ/,
      ],
    },
  ],
  "the parts that the law of December 2025 added": [
    "articles",
    {
      en: [/29 December 2025 \(534-FZ\) added parts to articles 337, 338 and 339/],
      ru: [/29 декабря 2025 года \(534-ФЗ\) дополнил статьи 337, 338 и 339/],
      uk: [/29 грудня 2025 року \(534-ФЗ\) доповнив статті 337, 338 і 339/],
    },
  ],
  "which records were deleted and which weren't": [
    "vanished",
    {
      en: [
        /December 2025 more than 70,000 records of civil cases about missing persons/,
        /No deletion of records under article 337 is known/,
        /December 2022/,
        /reported offline in April 2026/,
      ],
      ru: [
        /декабре 2025 года .*больше 70 000 карточек гражданских дел о пропавших без вести/,
        /Об удалении карточек по статье 337 ничего не известно/,
        /декабре 2022 года/,
        /апреле 2026 года сообщалось, что его таблицы стали недоступны/,
      ],
      uk: [
        /грудні 2025 року .*понад 70 000 карток цивільних справ про зниклих безвісти/,
        /Про видалення карток за статтею 337 нічого не відомо/,
        /грудні 2022 року/,
        /квітні 2026 року повідомляли, що його таблиці стали недоступними/,
      ],
    },
  ],
  "that verdicts and people differ, and who counts how": [
    "units",
    {
      en: [
        /Nor are verdicts people/,
        /“one for each defendant” is how this service counts court records, not how they count/,
      ],
      ru: [
        /Приговоры и люди — тоже не одно и то же/,
        /«по одному на каждого осуждённого» — так карточки дел считает этот сервис, а не издания/,
      ],
      uk: [
        /Вироки й люди — теж не те саме/,
        /«по одному на кожного засудженого» — так картки справ рахує цей сервіс, а не видання/,
      ],
    },
  ],
  "the courts in occupied territory, and what leaves them out": [
    "courts",
    {
      en: [
        /occupied Ukrainian territory/,
        /Donetsk, Luhansk, Zaporizhzhia and Kherson are missing from the lists/,
        /leaves out all courts in occupied territory/,
      ],
      ru: [/оккупированн/, /Донецк.*Луганск.*Запорож.*Херсон/],
      uk: [/окупован/, /Донецьк.*Луганськ.*Запоріж.*Херсон/],
    },
  ],
};

describe.each(LANGS)("the methodology in %s", (lang) => {
  it.each(Object.entries(FACTS))("says %s", (_, [id, words]) => {
    const text = section(id, lang);
    for (const fact of words[lang]) expect(text).toMatch(fact);
  });
});

/** What the page says of a case that another court tried, and of a case that was tried again, and what the code does. */
describe("to which court and week a case belongs", () => {
  const UID = "27GV0008-01-2023-000081-20";
  const fold = (rows: readonly Partial<CourtCase>[]) =>
    foldCards(rows.flatMap((row) => cardsIn(pendingCase(row), "2024-07-01")));

  it("as received: to the court and the week that had it first, though another court tried it", () => {
    const sent = {
      case_uid: UID,
      court_code: "77GV0006",
      outcome: "transferred",
      received_on: "2023-12-01",
    } as const;
    const tried = {
      case_uid: UID,
      case_number: "1-7/2024",
      outcome: "convicted",
      decided_on: "2024-02-20",
    } as const;
    for (const rows of [
      [sent, tried],
      [tried, sent],
    ] as const) {
      expect(fold(rows)).toMatchObject({
        received_on: "2023-12-01",
        received_court: "77GV0006",
        decided_on: "2024-02-20",
        court_code: "27GV0008",
      });
    }
    const said = {
      en: /transferred to another court is counted once, as received by the court that had it first, in the week in which that court received it/,
      ru: /Дело, переданное в другой суд, считают один раз: в том суде, куда оно поступило сначала, и за ту неделю/,
      uk: /Справу, передану до іншого суду, рахують один раз: у тому суді, куди вона надійшла спочатку, і за той тиждень/,
    };
    for (const lang of LANGS) expect(section("counted", lang)).toMatch(said[lang]);
  });

  it("as a conviction: to the first that convicted, and its week, whatever a retrial did", () => {
    const first = { case_number: "1-90/2023", outcome: "convicted", decided_on: "2023-11-01" } as const;
    for (const outcome of ["convicted", "acquitted"] as const) {
      const again = { court_code: "77GV0006", case_uid: UID, outcome, decided_on: "2024-06-01" };
      for (const rows of [
        [{ ...first, case_uid: UID }, again],
        [again, { ...first, case_uid: UID }],
      ]) {
        expect(fold(rows)).toMatchObject({
          outcome: "convicted",
          decided_on: "2023-11-01",
          court_code: "27GV0008",
        });
      }
    }
    const said = {
      en: /belongs to the court that first convicted the defendant, and to the week in which it did so\. A retrial moves nothing, in place or in time, and neither does an acquittal at one/,
      ru: /относится к суду, который первым признал подсудимого виновным, и к той неделе, когда это произошло\. Новый процесс ничего не переносит/,
      uk: /належить до суду, який першим визнав підсудного винним, і до того тижня, коли це сталося\. Новий процес нічого не переносить/,
    };
    for (const lang of LANGS) expect(section("counted", lang)).toMatch(said[lang]);
  });
});
