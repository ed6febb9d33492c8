import type { Template } from "./templates.ts";

export const EXPECTED: readonly Template[] = [
  ["a date that exists, as YYYY-MM-DD", "существующая дата в виде ГГГГ-ММ-ДД"],
  ["a date that exists, such as 31.05.2024", "существующая дата, например 31.05.2024"],
  ["a date since {}", "дата не раньше {}"],
  ["a date not after today, {}", "дата не позже сегодняшней, {}"],
  ["a date not before the receipt, {}", "дата не раньше поступления, {}"],
  [
    "text without control characters and marks of direction",
    "текст без управляющих знаков и знаков направления письма",
  ],
  ["text of at most {} characters", "текст не длиннее {} знаков"],
  ["a date from {} to {}", "дата с {} по {}"],
  ["a number in digits, of at most {}", "число цифрами, не больше {}"],
  ["one of {}", "одно из: {}"],
  ["a whole number from {} to {}", "целое число от {} до {}"],
  [
    "articles of the Criminal Code with their parts, such as 337.5 or 337.2.1;338.1",
    "статьи Уголовного кодекса с частями, например 337.5 или 337.2.1;338.1",
  ],
  [
    "articles such as 337 or 332;337;352.1, each once, or one of {}",
    "статьи, например 337 или 332;337;352.1, каждая один раз, или одно из: {}",
  ],
  ["the code of a court, such as 77GV0001", "код суда, например 77GV0001"],
  ["a court of the list of military courts", "суд из списка военных судов"],
  [
    "a web address that begins with https:// or http://",
    "веб-адрес, который начинается с https:// или http://",
  ],
  ["the defendant's ordinal (1, 2 …), never a name", "порядковый номер подсудимого (1, 2 …), не имя"],
  ["text without spaces around it", "текст без пробелов по краям"],
  ["f and at least three digits, such as f001", "f и не меньше трёх цифр, например f001"],
  [
    "a number of 0 or more in digits, with a decimal point and no thousands separator",
    "число от 0 цифрами, с десятичной точкой и без разделителя тысяч",
  ],
  ["the court's number of the case, such as 1-44/2023", "номер дела в суде, например 1-44/2023"],
  [
    "a number such as 1-4/2019; a spreadsheet turned this one into a date: export again with the column as text",
    "номер вроде 1-4/2019; таблица превратила этот в дату: выгрузите снова, задав столбцу текст",
  ],
  ["a number with its year, such as 1-44/2023, or a УИД", "номер с годом, например 1-44/2023, или УИД"],
  [
    "a УИД such as 77GV0001-01-2024-000123-45, or nothing",
    "УИД, например 77GV0001-01-2024-000123-45, или пусто",
  ],
  ["{} within the limits of a court case", "{} в пределах, возможных для судебного дела"],
  ["comma-separated columns {}", "столбцы через запятую: {}"],
  [
    'quotes around a whole cell, doubled inside it: "…""…"',
    'кавычки вокруг всей ячейки, внутри неё двойные: "…""…"',
  ],
  [
    'quotes around a whole cell, doubled inside it: "…""…"; rows from here on were not read',
    'кавычки вокруг всей ячейки, внутри неё двойные: "…""…"; строки отсюда не прочитаны',
  ],
  ["{} cells as in the header, found {}", "столько же ячеек, сколько в заголовке: {}, найдено {}"],
  ["a column {}; whole header: {}", "столбец {}; весь заголовок: {}"],
  ["only these columns, each once: {}", "только эти столбцы, каждый один раз: {}"],
  ["this order: {}", "такой порядок: {}"],
  ["a first line {}", "первая строка {}"],
  ["{} columns separated by ; as in the header", "столбцов через ; столько же, сколько в заголовке: {}"],
  [
    "a whole JSON document: it ends too early, or its brackets don't match",
    "целый документ JSON: он обрывается, или скобки не сходятся",
  ],
  ["a JSON object of a card", "объект JSON с карточкой дела"],
  ["one JSON object of strings", "один объект JSON со строками"],
  [
    "one JSON object a line, with caseNumber, entryDate, names …",
    "по одному объекту JSON в строке: caseNumber, entryDate, names …",
  ],
  [
    "text in UTF-8; this file is in another encoding, such as windows-1251",
    "текст в UTF-8; у файла другая кодировка, например windows-1251",
  ],
  [
    "an id that no other row has; line {} has it too",
    "номер, которого нет в других строках; такой же в строке {}",
  ],
  ["a date not before period_start, {}", "дата не раньше period_start, {}"],
  ["not percent, because {} is a count", "не percent: {} — это число, а не доля"],
  ["percent for {}", "percent для {}"],
  ["a share from 0 to 100", "доля от 0 до 100"],
  [
    "a whole number, because a total counts whole cases, people or texts",
    "целое число: в сумме считаются целые дела, люди или тексты",
  ],
];

export const WARNINGS: readonly Template[] = [
  [
    "«Вынесен ПРИГОВОР» is read as convicted: the courts' lists don't tell acquittals apart. Code acquittals from the verdicts' texts in the desk's own CSV.",
    "«Вынесен ПРИГОВОР» читается как осуждение: списки судов не отделяют оправданий. Внесите оправдания по текстам приговоров в CSV редакции.",
  ],
  [
    "Rows with several accused and one decision, which is taken for each of them: {}. Code the exceptions from the verdicts' texts in the desk's own CSV.",
    "Строк с несколькими обвиняемыми и одним решением, которое отнесено к каждому: {}. Внесите исключения по текстам приговоров в CSV редакции.",
  ],
  [
    "sudrfparser doesn't record the date of the verdict: these cases count as received, but can't be counted as convictions of any week.",
    "sudrfparser не записывает дату приговора: эти дела считаются поступившими, но ни к какой неделе приговоров не относятся.",
  ],
  [
    "Every one of the {} rows is decided: a dump that was filtered by the date of the result lacks the pending cases, so it can't say how many cases were received.",
    "Во всех строках ({}) есть решение: в выгрузке по дате решения нет дел в производстве, поэтому она не говорит, сколько дел поступило.",
  ],
  [
    "The dump beside this meta file was asked for by date: a dump that was filtered by the date of the result lacks the pending cases, so it can't say how many cases were received.",
    "Выгрузка рядом с этим файлом запрошена по дате: в выгрузке по дате решения нет дел в производстве, поэтому она не говорит, сколько дел поступило.",
  ],
  [
    "{}: pages {} were never read; their cases are missing.",
    "{}: страницы {} не прочитаны; их дел здесь нет.",
  ],
  ["{}: some pages were never read.", "{}: некоторые страницы не прочитаны."],
  ["{}: the tool broke off; cases may be missing.", "{}: программа прервалась; каких-то дел может не быть."],
  ["{}: no cases were found. That isn't a zero.", "{}: дел не найдено. Это не ноль."],
];
