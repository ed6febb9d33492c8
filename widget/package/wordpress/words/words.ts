/** A text of the plugin in English → the same in the other languages, by WordPress's locales. */
export const LOCALES = ["ru_RU", "uk"] as const;
export type Locale = (typeof LOCALES)[number];

/** What is true of every answer, for questions with filters that the service's words for a tag don't tell of. */
export const ANY_QUESTION = {
  en: "Statistics of Russian military courts, with sources",
  ru: "Статистика российских военных судов, с источниками",
  uk: "Статистика російських військових судів, з джерелами",
} as const;

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export const WORDS: Words = {
  "Desertion Stats": { ru_RU: "Статистика СОЧ", uk: "Статистика СЗЧ" },
  "Desertion statistics": { ru_RU: "Статистика СОЧ и дезертирства", uk: "Статистика СЗЧ і дезертирства" },
  "Desertion Stats: name the address of your newsroom’s service in Settings → Desertion Stats.": {
    ru_RU: "Статистика СОЧ: укажите адрес сервиса вашей редакции в разделе «Настройки» → «Статистика СОЧ».",
    uk: "Статистика СЗЧ: вкажіть адресу сервісу вашої редакції в розділі «Налаштування» → «Статистика СЗЧ».",
  },
  "Desertion Stats doesn’t know the option %1$s. It knows: %2$s.": {
    ru_RU: "Параметр %1$s неизвестен. Известны: %2$s.",
    uk: "Параметр %1$s невідомий. Відомі: %2$s.",
  },
  "That isn’t the address of a website. It begins with https://, as in https://stats.example; the address from before is kept.":
    {
      ru_RU:
        "Это не адрес сайта. Адрес начинается с https://, например https://stats.example; прежний адрес сохранён.",
      uk: "Це не адреса сайту. Адреса починається з https://, наприклад https://stats.example; попередню адресу збережено.",
    },
  "Address of the service": { ru_RU: "Адрес сервиса", uk: "Адреса сервісу" },
  "Where your newsroom’s deployment of desertion-stats answers. Readers’ browsers load the counter from there.":
    {
      ru_RU:
        "Адрес, по которому работает desertion-stats вашей редакции. Оттуда браузеры читателей загружают счётчик.",
      uk: "Адреса, за якою працює desertion-stats вашої редакції. Звідти браузери читачів завантажують лічильник.",
    },
  "The number": { ru_RU: "Число", uk: "Число" },
  "What is counted": { ru_RU: "Что подсчитано", uk: "Що підраховано" },
  "As the service counts by default": {
    ru_RU: "Как у сервиса по умолчанию",
    uk: "Як у сервісу за замовчуванням",
  },
  "Absence and desertion, 337 and 338": {
    ru_RU: "СОЧ и дезертирство, 337 и 338",
    uk: "СЗЧ і дезертирство, 337 і 338",
  },
  "Absence without leave, 337": {
    ru_RU: "Самовольное оставление части, 337",
    uk: "Самовільне залишення частини, 337",
  },
  "Desertion, 338": { ru_RU: "Дезертирство, 338", uk: "Дезертирство, 338" },
  "Disobedience, absence and desertion, 332, 337 and 338": {
    ru_RU: "Неисполнение приказа, СОЧ и дезертирство, 332, 337, 338",
    uk: "Невиконання наказу, СЗЧ і дезертирство, 332, 337, 338",
  },
  "Surrender, 352.1": { ru_RU: "Сдача в плен, 352.1", uk: "Здача в полон, 352.1" },
  "Looting, 356.1": { ru_RU: "Мародёрство, 356.1", uk: "Мародерство, 356.1" },
  "Malingering and other evasion, 339": {
    ru_RU: "Уклонение от обязанностей путём симуляции, 339",
    uk: "Ухилення від обов’язків шляхом симуляції, 339",
  },
  Period: { ru_RU: "Время", uk: "Час" },
  "The newest week that can be told": {
    ru_RU: "Последняя неделя, данные за которую достаточно полны",
    uk: "Останній тиждень, дані за який достатньо повні",
  },
  "This week so far": { ru_RU: "Эта неделя на сегодня", uk: "Цей тиждень на сьогодні" },
  "The newest month": { ru_RU: "Последний месяц", uk: "Останній місяць" },
  "Year to date": { ru_RU: "С начала года", uk: "Від початку року" },
  "Total since a date": { ru_RU: "Всего с даты", uk: "Усього від дати" },
  "First day": { ru_RU: "Первый день", uk: "Перший день" },
  "Frozen as of": { ru_RU: "Число на дату", uk: "Число на дату" },
  "The number as it was on that day; empty: always the newest.": {
    ru_RU: "Каким число было в тот день; пусто — всегда самое новое.",
    uk: "Яким число було того дня; порожньо — завжди найновіше.",
  },
  Appearance: { ru_RU: "Внешний вид", uk: "Зовнішній вигляд" },
  Layout: { ru_RU: "Вид", uk: "Вигляд" },
  "Card, or as the theme has it": { ru_RU: "Карточка или как в теме", uk: "Картка або як у темі" },
  Card: { ru_RU: "Карточка", uk: "Картка" },
  Strip: { ru_RU: "Полоса", uk: "Смуга" },
  Number: { ru_RU: "Число", uk: "Число" },
  Chart: { ru_RU: "График", uk: "Графік" },
  "Line, or as the theme has it": { ru_RU: "Линия или как в теме", uk: "Лінія або як у темі" },
  Line: { ru_RU: "Линия", uk: "Лінія" },
  Bars: { ru_RU: "Столбцы", uk: "Стовпці" },
  None: { ru_RU: "Нет", uk: "Немає" },
  Language: { ru_RU: "Язык", uk: "Мова" },
  "The page’s own": { ru_RU: "Язык страницы", uk: "Мова сторінки" },
  Theme: { ru_RU: "Тема", uk: "Тема" },
  "Name of a theme that an editor of the service has published.": {
    ru_RU: "Название темы, которую опубликовал редактор сервиса.",
    uk: "Назва теми, яку опублікував редактор сервісу.",
  },
  "Without the counter": { ru_RU: "Без счётчика", uk: "Без лічильника" },
  Words: { ru_RU: "Слова", uk: "Слова" },
  "They stand in the post, with a link, where no number comes.": {
    ru_RU: "Стоят в записи со ссылкой там, где число не появилось.",
    uk: "Стоять у записі з посиланням там, де число не з’явилося.",
  },
};

/** What `block.json` says, whose texts WordPress looks up by their place. */
export const BLOCK_WORDS: Readonly<Record<string, Words>> = {
  "block title": { "Desertion statistics": WORDS["Desertion statistics"]! },
  "block description": {
    "How many Russian soldiers were convicted of leaving their units, kept up to date, with its source.": {
      ru_RU: "Сколько российских военных осуждено за уход из части — обновляется, с источником.",
      uk: "Скільки російських військових засуджено за залишення частини — оновлюється, з джерелом.",
    },
  },
  "block keyword": {
    statistics: { ru_RU: "статистика", uk: "статистика" },
    counter: { ru_RU: "счётчик", uk: "лічильник" },
    court: { ru_RU: "суд", uk: "суд" },
  },
};
