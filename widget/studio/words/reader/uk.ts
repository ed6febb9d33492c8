import type { Template } from "./templates.ts";

export const EXPECTED: readonly Template[] = [
  ["a date that exists, as YYYY-MM-DD", "справжня дата у форматі РРРР-ММ-ДД"],
  ["a date that exists, such as 31.05.2024", "справжня дата, наприклад 31.05.2024"],
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
  [
    'quotes around a whole cell, doubled inside it: "…""…"',
    'лапки навколо всієї клітинки, усередині подвоєні: "…""…"',
  ],
  [
    'quotes around a whole cell, doubled inside it: "…""…"; rows from here on were not read',
    'лапки навколо всієї клітинки, усередині подвоєні: "…""…"; рядки звідси не прочитано',
  ],
  ["{} cells as in the header, found {}", "стільки ж клітинок, скільки в заголовку: {}, знайдено {}"],
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
  [
    "{} in the header, where something else is in column {}; whole header: {}",
    "{} у заголовку, де в стовпці {} стоїть інше; увесь заголовок: {}",
  ],
  [
    "{} in the header, where it is missing; whole header: {}",
    "{} у заголовку, де цього немає; увесь заголовок: {}",
  ],
  [
    "nothing, or another name, in column {} of the header; whole header: {}",
    "у стовпці {} заголовка нічого або інша назва; увесь заголовок: {}",
  ],
  ["{}; or the ledger of published figures: {}", "один із форматів: {}; або реєстр опублікованих цифр: {}"],
  [
    "CSV UTF-8 or .xlsx: this is an old Excel workbook (.xls), or one with a password; save it as CSV UTF-8",
    "CSV UTF-8 або .xlsx: це стара книга Excel (.xls) або книга з паролем; збережіть її як CSV UTF-8",
  ],
  [
    "CSV UTF-8 or .xlsx: this is an OpenDocument file, as LibreOffice's; save it as CSV UTF-8",
    "CSV UTF-8 або .xlsx: це файл OpenDocument, як у LibreOffice; збережіть його як CSV UTF-8",
  ],
  [
    "CSV UTF-8 or .xlsx: this is a binary Excel workbook (.xlsb); save it as CSV UTF-8",
    "CSV UTF-8 або .xlsx: це двійкова книга Excel (.xlsb); збережіть її як CSV UTF-8",
  ],
  [
    "a table: this is a Word document; copy its table into a spreadsheet, and save it as CSV UTF-8",
    "таблиця: це документ Word; перенесіть його таблицю в електронну та збережіть її як CSV UTF-8",
  ],
  [
    "a table or a dump: this is a PDF; ask for the table that it was made of",
    "таблиця або вивантаження: це PDF; попросіть таблицю, з якої його зроблено",
  ],
  [
    "a table or a dump: this is a web page; save its table as CSV UTF-8",
    "таблиця або вивантаження: це вебсторінка; збережіть її таблицю як CSV UTF-8",
  ],
  [
    "the file itself: this is a packed archive; unpack it and give what is in it",
    "сам файл: це архів; розпакуйте його й дайте те, що всередині",
  ],
  [
    "the file itself: this is a ZIP archive; unpack it and give what is in it",
    "сам файл: це архів ZIP; розпакуйте його й дайте те, що всередині",
  ],
  [
    "the file itself: this one is packed twice; unpack it and give what is in it",
    "сам файл: цей запаковано двічі; розпакуйте його й дайте те, що всередині",
  ],
  [
    "CSV or JSON: this is a database's file; export its table as CSV UTF-8",
    "CSV або JSON: це файл бази даних; вивантажте її таблицю як CSV UTF-8",
  ],
  [
    "a dump: unpacked, this file is more than {} times as large; unpack it and look at it",
    "вивантаження: у розпакованому вигляді файл більш ніж у {} разів більший; розпакуйте та подивіться його",
  ],
  [
    "a whole gzip file: this one is cut off or damaged; copy it again",
    "цілий файл gzip: цей обривається або пошкоджений; скопіюйте його знову",
  ],
  [
    "a whole archive: this one is cut off or damaged; copy it again",
    "цілий архів: цей обривається або пошкоджений; скопіюйте його знову",
  ],
  [
    "a whole Excel workbook: this one is damaged; save it as CSV UTF-8",
    "ціла книга Excel: ця пошкоджена; збережіть її як CSV UTF-8",
  ],
  [
    "a workbook with one sheet: this one has {}; save the one that is meant as CSV UTF-8",
    "книга з одним аркушем: у цій їх {}; збережіть потрібний як CSV UTF-8",
  ],
  [
    "a workbook of at most {} MB: save it as CSV UTF-8",
    "книга не більша за {} МБ: збережіть її як CSV UTF-8",
  ],
  [
    "text as it was written: its Cyrillic letters were turned into others before the file was saved (as in РџСЂРёРіРѕРІРѕСЂ); export it again as UTF-8",
    "текст, як його написано: кирилиця перетворилася на інші знаки ще до збереження файлу (як у РџСЂРёРіРѕРІРѕСЂ); вивантажте його знову в UTF-8",
  ],
  [
    "a dump whose rows can be understood: of {}, {} can't, for the reasons above; check its columns and encoding",
    "вивантаження зі зрозумілими рядками: з {} незрозумілі {}, причини названо вище; подивіться на його стовпці та літери",
  ],
  [
    "one outcome of a defendant: line {} says another of the same one",
    "один результат в одного підсудного: у рядку {} у того самого інший",
  ],
];

export const WARNINGS: readonly Template[] = [
  [
    "«Вынесен ПРИГОВОР» is read as convicted: the courts' lists don't tell acquittals apart. Code acquittals from the verdicts' texts in the desk's own CSV.",
    "«Вынесен ПРИГОВОР» читається як засудження: списки судів не відокремлюють виправдань. Внесіть виправдання за текстами вироків у CSV редакції.",
  ],
  [
    "Rows with several accused and one decision, which is applied to each of them: {}. Code the exceptions from the verdicts' texts in the desk's own CSV.",
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
  [
    "Rows that count nowhere, because none of their articles is counted here: {}.",
    "Рядків, що ніде не рахуються: жодної їхньої статті тут не враховують: {}.",
  ],
  [
    "Rows that count nowhere, because the court hides the articles with the accused: {}.",
    "Рядків, що ніде не рахуються: суд приховав статті разом з обвинуваченими: {}.",
  ],
  [
    "Rows that count nowhere, because no article was found in them: {}.",
    "Рядків, що ніде не рахуються: у них не знайдено жодної статті: {}.",
  ],
  [
    "Rows that count as no conviction, because nobody knows how they were decided: {}.",
    "Рядків, що не рахуються вироками: невідомо, чим скінчилася справа: {}.",
  ],
  [
    "Rows that count in no week, because they were decided on an unknown day: {}.",
    "Рядків, що не потраплять у жоден тиждень: день рішення невідомий: {}.",
  ],
  [
    "Rows that count in no week, because they have no date at all: {}.",
    "Рядків, що не потраплять у жоден тиждень: у них немає жодної дати: {}.",
  ],
  [
    "No row has the key {}. Has it another name here?",
    "У жодному рядку немає ключа {}. Чи не називається він тут інакше?",
  ],
  [
    "Addresses that were left out, because they aren't a card's on a court's site and may hold a name: {}.",
    "Пропущено адрес: це не картки на сайті суду, у них може стояти ім’я: {}.",
  ],
  [
    "One defendant has two outcomes in these files: {}. The rarer one is used; check which is right.",
    "В одного підсудного в цих файлах два результати: {}. Узято рідкісніший; перевірте, який правильний.",
  ],
];
