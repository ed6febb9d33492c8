import { SOURCES } from "../../domain/sources.ts";
import type { PublisherTerms } from "../slavic/publishers.ts";

export const PUBLISHERS: PublisherTerms = {
  names: {
    Astra: ["«Астра»", "«Астры»"],
    Expres: ["«Экспресс»", "«Экспресса»"],
    "HuffPost (Spain)": ["испанский HuffPost", "испанского HuffPost"],
    "Judicial Department": ["Судебный департамент РФ", "Судебного департамента РФ"],
    "Kavkaz.Realii": ["«Кавказ.Реалии»", "«Кавказ.Реалий»"],
    Korrespondent: ["«Корреспондент»", "«Корреспондента»"],
    "MO data desk": ["«Можем объяснить»", "«Можем объяснить»"],
    Meduza: ["«Медуза»", "«Медузы»"],
    Mediazona: ["«Медиазона»", "«Медиазоны»"],
    "Novosti Donbassa": ["«Новости Донбасса»", "«Новостей Донбасса»"],
    Proekt: ["«Проект»", "«Проекта»"],
    "Prosecutor General data": ["Генпрокуратура РФ", "Генпрокуратуры РФ"],
    RBC: ["РБК", "РБК"],
    "Radio Svoboda": ["«Радио Свобода»", "«Радио Свобода»"],
    "UK MoD": ["Минобороны Великобритании", "Минобороны Великобритании"],
    "Ukrainska Pravda": ["«Украинская правда»", "«Украинской правды»"],
    Verstka: ["«Вёрстка»", "«Вёрстки»"],
    [SOURCES.records.name]: ["карточки дел российских военных судов", "карточек дел"],
    [SOURCES.published.name]: [
      "«Медиазона» и другие, указанные при каждом числе",
      "«Медиазоны» и других, указанных при каждом числе",
    ],
  },
  courts: { garrison: "гарнизонные суды", "garrison-and-district": "гарнизонные и окружные суды" },
  byData: "по данным",
  calculation: "расчёт",
  printedBy: ["которые приводит", "которые приводят"],
  partlyPrintedBy: ["часть которых приводит", "часть которых приводят"],
  source: "Источник",
  inPart: "отчасти",
  inPublication: ["по публикации", "по публикациям"],
};
