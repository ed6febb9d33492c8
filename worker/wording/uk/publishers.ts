import { SOURCES } from "../../domain/sources.ts";
import type { PublisherTerms } from "../slavic/publishers.ts";

export const PUBLISHERS: PublisherTerms = {
  names: {
    Astra: ["«Астра»", "«Астри»"],
    Expres: ["«Експрес»", "«Експресу»"],
    "HuffPost (Spain)": ["іспанський HuffPost", "іспанського HuffPost"],
    "Judicial Department": ["Судовий департамент РФ", "Судового департаменту РФ"],
    "Kavkaz.Realii": ["«Кавказ.Реалії»", "«Кавказ.Реалій»"],
    Korrespondent: ["«Кореспондент»", "«Кореспондента»"],
    "MO data desk": ["«Можемо пояснити»", "«Можемо пояснити»"],
    Meduza: ["«Медуза»", "«Медузи»"],
    Mediazona: ["«Медіазона»", "«Медіазони»"],
    "Novosti Donbassa": ["«Новини Донбасу»", "«Новин Донбасу»"],
    Proekt: ["«Проєкт»", "«Проєкту»"],
    "Prosecutor General data": ["Генпрокуратура РФ", "Генпрокуратури РФ"],
    RBC: ["РБК", "РБК"],
    "Radio Svoboda": ["«Радіо Свобода»", "«Радіо Свобода»"],
    "UK MoD": ["Міноборони Великої Британії", "Міноборони Великої Британії"],
    "Ukrainska Pravda": ["«Українська правда»", "«Української правди»"],
    Verstka: ["«Верстка»", "«Верстки»"],
    [SOURCES.records.name]: ["картки справ російських військових судів", "карток справ"],
    [SOURCES.published.name]: [
      "«Медіазона» та інші, названі біля кожного числа",
      "«Медіазони» та інших, названих біля кожного числа",
    ],
  },
  courts: { garrison: "гарнізонні суди", "garrison-and-district": "гарнізонні та окружні суди" },
  byData: "за даними",
  calculation: "розрахунок",
  printedBy: ["які наводить", "які наводять"],
  partlyPrintedBy: ["частину яких наводить", "частину яких наводять"],
  source: "Джерело",
  inPart: "частково",
  inPublication: ["за публікацією", "за публікаціями"],
};
