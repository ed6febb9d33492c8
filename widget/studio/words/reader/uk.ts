import type { Template } from "./templates.ts";

export const EXPECTED: readonly Template[] = [
  ["a date that exists, as YYYY-MM-DD", "наявна дата у вигляді РРРР-ММ-ДД"],
  ["a date that exists, such as 31.05.2024", "наявна дата, наприклад 31.05.2024"],
  ["a date since {}", "дата не раніше {}"],
  ["a date not after today, {}", "дата не пізніше сьогоднішньої, {}"],
  ["a date not before the receipt, {}", "дата не раніше надходження, {}"],
  [
    "text without control characters and marks of direction",
    "текст без керівних знаків і знаків напрямку письма",
  ],
  ["text of at most {} characters", "текст не довший за {} знаків"],
  ["a date from {} to {}", "дата з {} до {}"],
  ["a number in digits, of at most {}", "число цифрами, не більше {}"],
  ["one of {}", "одне з: {}"],
  ["a whole number from {} to {}", "ціле число від {} до {}"],
  [
    "articles of the Criminal Code with their parts, such as 337.5 or 337.2.1;338.1",
    "статті Кримінального кодексу з частинами, наприклад 337.5 або 337.2.1;338.1",
  ],
  [
    "articles such as 337 or 332;337;352.1, each once, or one of {}",
    "статті, наприклад 337 або 332;337;352.1, кожна один раз, або одне з: {}",
  ],
  ["the code of a court, such as 77GV0001", "код суду, наприклад 77GV0001"],
  ["a court of the list of military courts", "суд зі списку військових судів"],
  ["a web address that begins with https:// or http://", "вебадреса, що починається з https:// або http://"],
  ["the defendant's ordinal (1, 2 …), never a name", "порядковий номер підсудного (1, 2 …), не ім’я"],
  ["text without spaces around it", "текст без пробілів по краях"],
  ["f and at least three digits, such as f001", "f і щонайменше три цифри, наприклад f001"],
  [
    "a number of 0 or more in digits, with a decimal point and no thousands separator",
    "число від 0 цифрами, з десятковою крапкою та без роздільника тисяч",
  ],
  ["the court's number of the case, such as 1-44/2023", "номер справи в суді, наприклад 1-44/2023"],
  [
    "a number such as 1-4/2019; a spreadsheet turned this one into a date: export again with the column as text",
    "номер на зразок 1-4/2019; таблиця перетворила цей на дату: вивантажте знову, задавши стовпцю текст",
  ],
  ["a number with its year, such as 1-44/2023, or a УИД", "номер із роком, наприклад 1-44/2023, або УІД"],
  [
    "a УИД such as 77GV0001-01-2024-000123-45, or nothing",
    "УІД, наприклад 77GV0001-01-2024-000123-45, або порожньо",
  ],
  ["{} within the limits of a court case", "{} у межах, можливих для судової справи"],
  ["comma-separated columns {}", "стовпці через кому: {}"],
  [
    'quotes around a whole cell, doubled inside it: "…""…"',
    'лапки навколо всієї клітинки, усередині подвоєні: "…""…"',
  ],
  [
    'quotes around a whole cell, doubled inside it: "…""…"; rows from here on were not read',
    'лапки навколо всієї клітинки, усередині подвоєні: "…""…"; рядки звідси не прочитано',
  ],
  ["{} cells as in the header, found {}", "стільки ж клітинок, скільки в заголовку: {}, знайдено {}"],
  ["a column {}; whole header: {}", "стовпець {}; увесь заголовок: {}"],
  ["only these columns, each once: {}", "лише ці стовпці, кожен один раз: {}"],
  ["this order: {}", "такий порядок: {}"],
  ["a first line {}", "перший рядок {}"],
  ["{} columns separated by ; as in the header", "стовпців через ; стільки ж, скільки в заголовку: {}"],
  [
    "a whole JSON document: it ends too early, or its brackets don't match",
    "цілий документ JSON: він обривається, або дужки не сходяться",
  ],
  ["a JSON object of a card", "об’єкт JSON із карткою справи"],
  ["one JSON object of strings", "один об’єкт JSON із рядками"],
  [
    "one JSON object a line, with caseNumber, entryDate, names …",
    "по одному об’єкту JSON у рядку: caseNumber, entryDate, names …",
  ],
  [
    "text in UTF-8; this file is in another encoding, such as windows-1251",
    "текст у UTF-8; у файлу інше кодування, наприклад windows-1251",
  ],
  [
    "an id that no other row has; line {} has it too",
    "номер, якого немає в інших рядках; такий самий у рядку {}",
  ],
  ["a date not before period_start, {}", "дата не раніше period_start, {}"],
  ["not percent, because {} is a count", "не percent: {} — це число, а не частка"],
  ["percent for {}", "percent для {}"],
  ["a share from 0 to 100", "частка від 0 до 100"],
  [
    "a whole number, because a total counts whole cases, people or texts",
    "ціле число: у сумі рахують цілі справи, людей або тексти",
  ],
];

export const WARNINGS: readonly Template[] = [
  [
    "«Вынесен ПРИГОВОР» is read as convicted: the courts' lists don't tell acquittals apart. Code acquittals from the verdicts' texts in the desk's own CSV.",
    "«Вынесен ПРИГОВОР» читається як засудження: списки судів не відокремлюють виправдань. Внесіть виправдання за текстами вироків у CSV редакції.",
  ],
  [
    "Rows with several accused and one decision, which is taken for each of them: {}. Code the exceptions from the verdicts' texts in the desk's own CSV.",
    "Рядків із кількома обвинуваченими та одним рішенням, яке віднесено до кожного: {}. Внесіть винятки за текстами вироків у CSV редакції.",
  ],
  [
    "sudrfparser doesn't record the date of the verdict: these cases count as received, but can't be counted as convictions of any week.",
    "sudrfparser не записує дати вироку: ці справи вважаються такими, що надійшли, але до жодного тижня вироків не належать.",
  ],
  [
    "Every one of the {} rows is decided: a dump that was filtered by the date of the result lacks the pending cases, so it can't say how many cases were received.",
    "У всіх рядках ({}) є рішення: у вивантаженні за датою рішення немає справ у провадженні, тож воно не каже, скільки справ надійшло.",
  ],
  [
    "The dump beside this meta file was asked for by date: a dump that was filtered by the date of the result lacks the pending cases, so it can't say how many cases were received.",
    "Вивантаження поруч із цим файлом запитано за датою: у вивантаженні за датою рішення немає справ у провадженні, тож воно не каже, скільки справ надійшло.",
  ],
  [
    "{}: pages {} were never read; their cases are missing.",
    "{}: сторінки {} не прочитано; їхніх справ тут немає.",
  ],
  ["{}: some pages were never read.", "{}: деякі сторінки не прочитано."],
  [
    "{}: the tool broke off; cases may be missing.",
    "{}: програма перервалася; якихось справ може бракувати.",
  ],
  ["{}: no cases were found. That isn't a zero.", "{}: справ не знайдено. Це не нуль."],
];
