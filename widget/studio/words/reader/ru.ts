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
  [
    'quotes around a whole cell, doubled inside it: "…""…"',
    'кавычки вокруг всей ячейки, внутри неё двойные: "…""…"',
  ],
  [
    'quotes around a whole cell, doubled inside it: "…""…"; rows from here on were not read',
    'кавычки вокруг всей ячейки, внутри неё двойные: "…""…"; строки отсюда не прочитаны',
  ],
  ["{} cells as in the header, found {}", "столько же ячеек, сколько в заголовке: {}, найдено {}"],
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
  [
    "{} in the header, where something else is in column {}; whole header: {}",
    "{} в заголовке, где в столбце {} стоит другое; весь заголовок: {}",
  ],
  [
    "{} in the header, where it is missing; whole header: {}",
    "{} в заголовке, где этого нет; весь заголовок: {}",
  ],
  [
    "nothing, or another name, in column {} of the header; whole header: {}",
    "в столбце {} заголовка ничего или другое имя; весь заголовок: {}",
  ],
  ["{}; or the ledger of published figures: {}", "один из форматов: {}; или реестр опубликованных цифр: {}"],
  [
    "CSV UTF-8 or .xlsx: this is an old Excel workbook (.xls), or one with a password; save it as CSV UTF-8",
    "CSV UTF-8 или .xlsx: это старая книга Excel (.xls) или книга с паролем; сохраните её как CSV UTF-8",
  ],
  [
    "CSV UTF-8 or .xlsx: this is an OpenDocument file, as LibreOffice's; save it as CSV UTF-8",
    "CSV UTF-8 или .xlsx: это файл OpenDocument, как у LibreOffice; сохраните его как CSV UTF-8",
  ],
  [
    "CSV UTF-8 or .xlsx: this is a binary Excel workbook (.xlsb); save it as CSV UTF-8",
    "CSV UTF-8 или .xlsx: это двоичная книга Excel (.xlsb); сохраните её как CSV UTF-8",
  ],
  [
    "a table: this is a Word document; copy its table into a spreadsheet, and save it as CSV UTF-8",
    "таблица: это документ Word; перенесите его таблицу в электронную и сохраните её как CSV UTF-8",
  ],
  [
    "a table or a dump: this is a PDF; ask for the table that it was made of",
    "таблица или выгрузка: это PDF; попросите таблицу, из которой он сделан",
  ],
  [
    "a table or a dump: this is a web page; save its table as CSV UTF-8",
    "таблица или выгрузка: это веб-страница; сохраните её таблицу как CSV UTF-8",
  ],
  [
    "the file itself: this is a packed archive; unpack it and give what is in it",
    "сам файл: это архив; распакуйте его и дайте то, что внутри",
  ],
  [
    "the file itself: this is a ZIP archive; unpack it and give what is in it",
    "сам файл: это архив ZIP; распакуйте его и дайте то, что внутри",
  ],
  [
    "the file itself: this one is packed twice; unpack it and give what is in it",
    "сам файл: этот упакован дважды; распакуйте его и дайте то, что внутри",
  ],
  [
    "CSV or JSON: this is a database's file; export its table as CSV UTF-8",
    "CSV или JSON: это файл базы данных; выгрузите её таблицу как CSV UTF-8",
  ],
  [
    "a dump: unpacked, this file is more than {} times as large; unpack it and look at it",
    "выгрузка: в распакованном виде файл больше чем в {} раз крупнее; распакуйте и посмотрите его",
  ],
  [
    "a whole gzip file: this one is cut off or damaged; copy it again",
    "целый файл gzip: этот обрывается или повреждён; скопируйте его снова",
  ],
  [
    "a whole archive: this one is cut off or damaged; copy it again",
    "целый архив: этот обрывается или повреждён; скопируйте его снова",
  ],
  [
    "a whole Excel workbook: this one is damaged; save it as CSV UTF-8",
    "целая книга Excel: эта повреждена; сохраните её как CSV UTF-8",
  ],
  [
    "a workbook with one sheet: this one has {}; save the one that is meant as CSV UTF-8",
    "книга с одним листом: в этой их {}; сохраните нужный как CSV UTF-8",
  ],
  ["a workbook of at most {} MB: save it as CSV UTF-8", "книга не больше {} МБ: сохраните её как CSV UTF-8"],
  [
    "text as it was written: its Cyrillic letters were turned into others before the file was saved (as in РџСЂРёРіРѕРІРѕСЂ); export it again as UTF-8",
    "текст, как он был написан: кириллица превратилась в другие знаки ещё до сохранения файла (как в РџСЂРёРіРѕРІРѕСЂ); выгрузите его снова в UTF-8",
  ],
  [
    "a dump whose rows can be understood: of {}, {} can't, for the reasons above; check its columns and encoding",
    "выгрузка с понятными строками: из {} непонятны {}, причины названы выше; посмотрите на её столбцы и буквы",
  ],
  [
    "one outcome of a defendant: line {} says another of the same one",
    "один исход у одного подсудимого: в строке {} у того же другой",
  ],
];

export const WARNINGS: readonly Template[] = [
  [
    "«Вынесен ПРИГОВОР» is read as convicted: the courts' lists don't tell acquittals apart. Code acquittals from the verdicts' texts in the desk's own CSV.",
    "«Вынесен ПРИГОВОР» читается как осуждение: списки судов не отделяют оправданий. Внесите оправдания по текстам приговоров в CSV редакции.",
  ],
  [
    "Rows with several accused and one decision, which is applied to each of them: {}. Code the exceptions from the verdicts' texts in the desk's own CSV.",
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
  [
    "Rows that count nowhere, because none of their articles is counted here: {}.",
    "Строк, которые нигде не считаются: ни одна их статья здесь не учитывается: {}.",
  ],
  [
    "Rows that count nowhere, because the court hides the articles with the accused: {}.",
    "Строк, которые нигде не считаются: суд скрыл статьи вместе с обвиняемыми: {}.",
  ],
  [
    "Rows that count nowhere, because no article was found in them: {}.",
    "Строк, которые нигде не считаются: в них не нашлось ни одной статьи: {}.",
  ],
  [
    "Rows that count as no conviction, because nobody knows how they were decided: {}.",
    "Строк, которые не считаются приговорами: неизвестно, чем кончилось дело: {}.",
  ],
  [
    "Rows that count in no week, because they were decided on an unknown day: {}.",
    "Строк, которые не попадут ни в одну неделю: день решения неизвестен: {}.",
  ],
  [
    "Rows that count in no week, because they have no date at all: {}.",
    "Строк, которые не попадут ни в одну неделю: в них нет ни одной даты: {}.",
  ],
  [
    "No row has the key {}. Has it another name here?",
    "Ни в одной строке нет ключа {}. Не называется ли он здесь иначе?",
  ],
  [
    "Addresses that were left out, because they aren't a card's on a court's site and may hold a name: {}.",
    "Пропущено адресов: это не карточки на сайте суда, в них может стоять имя: {}.",
  ],
  [
    "One defendant has two outcomes in these files: {}. The rarer one is used; check which is right.",
    "У одного подсудимого в этих файлах два исхода: {}. Взят более редкий; проверьте, какой верен.",
  ],
];
