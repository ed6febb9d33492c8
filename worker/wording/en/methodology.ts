import { MAX_DELAY_WEEKS, RETROSPECTIVE_ORIGINS } from "../../domain/completeness/constants.ts";
import { OFFENCE_ARTICLES } from "../../domain/offence.ts";
import { MARKED_DAYS, MARKED_SHARE } from "../../domain/records/marks.ts";
import { mainWords } from "../language/main-words.ts";
import type { MethodologyText } from "../language/methodology-text.ts";
import { en as agreement } from "./agreement.ts";
import { counted } from "./counted.ts";
import { en as words } from "./index.ts";
import { EVIDENCE, FINAL, HALF_MOVE, MOST_MOVE, TOLD, terms, weeks } from "./methodology-terms.ts";
import { reporting } from "./reporting.ts";

const { number, percent } = words.formats;

export const en = {
  title: "How the numbers are made",
  description:
    "What desertion-stats counts and what it doesn’t, where each number comes from, how late the courts’ records are, and how to cite it.",
  kicker: "Methodology",
  standfirst:
    "What is counted here and what isn’t, where each number comes from, and how sure it is. All that this page says of the data is read from the edition that it names, and changes with it.",
  frozen: (id, date, now) =>
    `This is the page as of ${date}, edition ${id}. The edition in force is [${now}](/methodology).`,
  sections: {
    counted: {
      title: "What is counted",
      prose: () => [
        "Criminal cases against soldiers in Russian military courts: how many the courts receive, and how many end in a conviction. They concern leaving a unit, failing to obey an order and a few other wartime offences; the articles are [explained below](#articles).",
        "A defendant counts once. All entries under one case identifier (УИД) are one case: an appeal, a cassation appeal or a second registration changes what is known of it, and adds nothing.",
        "A conviction belongs to the court that first convicted the defendant, and to the week in which it did so. A retrial moves nothing, in place or in time, and neither does an acquittal at one: what is counted is that a court convicted. A case that is transferred to another court is counted once, as received by the court that had it first, in the week in which that court received it. What a person has read in the text of a verdict overrides the court’s card until a person changes it.",
      ],
    },
    units: {
      title: "Units",
      prose: () => [
        "Cases, people and convictions aren’t the same. One case may have several defendants, and a case received in one year may be decided in the next. So every number carries its unit, and numbers of different units are never added. The first two units are also counted week by week from court records; the others are known from published figures alone.",
        "Nor are verdicts people. What publishers count as convictions are verdicts, and one verdict can convict several people; “one for each defendant” is how this service counts court records, not how they count.",
        "Not every case ends in a verdict. A law of March 2024 (64-FZ, articles 78.1 and 80.2 of the Criminal Code) and an order of 17 October 2024 let the cases of men who are at the front be suspended or dismissed. That is one reason why there are fewer convictions than cases.",
      ],
    },
    articles: {
      title: "Articles",
      prose: ({ main }) => {
        const { what, heading, isDesertion } = mainWords(main, words);
        return [
          `The articles are those of Russia’s Criminal Code. The main number of this edition is of ${what}. Its heading reads “${heading}”${isDesertion ? ", where “deserters” is short for both" : ""}; the line below always names the articles. In law, absence without leave (337) isn’t desertion (338).`,
          "A law of 29 December 2025 (534-FZ) added parts to articles 337, 338 and 339 for men who had been released on condition that they go to the front, or whose case had been suspended. They are counted with their article.",
        ];
      },
    },
    courts: {
      title: "Courts",
      prose: ({ records }) => [
        "Russian military courts also sit outside Russia: in occupied Ukrainian territory, and in Armenia, Kazakhstan, Tajikistan and Moldova (Transnistria). That is why nobody is said here to have been convicted “in Russia”, and why a court in occupied territory is called a Russian one wherever it is named alone.",
        "The courts for Donetsk, Luhansk, Zaporizhzhia and Kherson are missing from the lists that tools for collecting court records used in 2023 and 2024: what was collected with those leaves them out. At least one published count leaves out all courts in occupied territory. Each import states which courts it was read for.",
        ...(records?.reporting ? [reporting(records.reporting, records.readOn)] : []),
      ],
    },
    weeks: {
      title: "Weeks",
      prose: ({ publishedOn, week }) => [
        "Weeks run from Monday to Sunday (ISO 8601) by the date in Moscow, whatever the time zone of the court. A conviction belongs to the week of its verdict, a case to the week in which the court received it; neither belongs to the week in which somebody found the record. “This week” runs to today in Moscow.",
        `This edition appeared on ${words.date(publishedOn)}, in ${words.period(week.period).name} (${week.name}).`,
      ],
    },
    evidence: {
      title: "Two kinds of evidence",
      prose: ({ id, records, figures }) => [
        "Every number rests on one of two kinds of evidence, never on both.",
        `**Court records** are cases that a data desk takes from the courts’ sites and imports. They are counted week by week. ${
          records
            ? `This edition holds ${counted(records.cases, ["case", "cases"])} with ${counted(records.defendants, ["defendant", "defendants"])}, of whom ${number(records.convictions)} were convicted.`
            : "This edition holds none."
        }`,
        `**Published figures** are numbers that a named publisher has printed, each with a link to it. ${
          figures.period
            ? `This edition holds ${counted(figures.count, ["figure", "figures"])} from ${counted(figures.pages, ["page", "pages"])} (${words.period(figures.period).name}): [the list](/v1/figures?as-of=${id}), [as CSV](/v1/figures.csv?as-of=${id}).`
            : "This edition holds none."
        }`,
        "Where there are records, the answer comes from them, otherwise from published figures. Each import says for which courts and days its source was read; if it doesn’t, the days on which its records lie close together are taken. Outside those days nothing is known, whatever a single record says. If only some of the articles are known for a period, their figure is a lower bound for all, and is called “at least”. Where nothing is known, the line breaks off: a gap isn’t a zero.",
      ],
    },
    rates: {
      title: "From totals to weeks",
      prose: () => [
        "Publishers give totals, not weeks. If two totals count the same thing (in one unit, under the same articles, from the same day on), their difference is what happened in between.",
      ],
      after: ({ id, rates }) => [
        "Such a rate is an average over its days, and is drawn as a step. Nobody but this service has calculated it, and its text says so. Totals of different counts, such as “since the mobilisation” and “in the calendar year”, aren’t set against each other. If a total is rounded, so is the rate: “about”. Rates and percentages that were published as such are quoted, and never added up.",
        `From its figures this edition derives ${rates === 0 ? "no rates" : `[${counted(rates, ["rate", "rates"])}](/v1/figures/rates?as-of=${id})`}.`,
      ],
    },
    lateness: {
      title: "Late doesn’t mean low",
      prose: () => [
        `Records reach the courts’ sites days to months after the verdict. So a new week always looks like a fall until its records are in. Recent weeks are therefore marked as provisional: their line is dashed, the range in which the final count is expected stands beside the count, and the text says so. The number in large type is that of the newest week that is over and final, or near enough to it ([from ${TOLD} on](#completeness)); it is then the middle of the range, and is called “about”. A week is compared with the week before only if about as much is in for both.`,
        "Lateness is measured verdict by verdict: from the week of the verdict to the day on which the data desk first saw it. What a first import brings, or one after a long pause, says nothing about lateness and is left out. A week in which nothing at all came in is a gap in monitoring, not a delay.",
      ],
    },
    completeness: {
      title: "How complete is a week?",
      prose: () => [
        "How much of a week is in, and what it will count in the end, is estimated with a published method: [baselinenowcast](https://baselinenowcast.epinowcast.org), by the epinowcast community, made for diseases that are reported late. It takes three steps.",
      ],
      after: () => [
        `The range beside a provisional week is the 90% interval: nine times out of ten the final count should lie within it. From ${FINAL} on a week is final. Where there is too little to learn from (fewer than ${EVIDENCE}, or too short a period of monitoring), no range is given, the text says “incomplete”, and no week is called final early. When the delay itself changes, the ranges take some weeks to follow; once the change shows, the weeks since then are treated as hardly known until the new delay has been learnt. The first one or two editions after it may still give a number that is far too low.`,
        `How far the numbers in large type still move has been tested: week by week, the number that would have been given with what was known then was set against the final count. In each of the series tested, half of the numbers given from ${TOLD} on moved by no more than ${HALF_MOVE}, and nine in ten by no more than ${MOST_MOVE}; with a lower threshold they don’t. The table covers all those series together. They are generated court records, like those of the sample, and generated series whose reports come in fast, slowly, or slowly from the middle on: the table shows how the method does, not how this edition did.`,
      ],
    },
    vanished: {
      title: "Missing doesn’t mean never",
      prose: ({ records }) => [
        `A record that disappears from the courts’ sites stays counted, with a flag and the day on which it was found missing. Nor is an empty answer a zero: the sites answer alike when there are no cases and when they can’t read the request.${records ? vanished(records.removed) : ""}`,
        "Records have been deleted before. In December 2025 more than 70,000 records of civil cases about missing persons went from the courts’ sites within days. No deletion of records under article 337 is known. The Judicial Department cut the military articles (chapter 33) out of its tables in December 2022; its tables as a whole were reported offline in April 2026.",
      ],
    },
    editions: {
      title: "Editions and corrections",
      prose: ({ id, changed, marked }) => [
        "Each publication is an edition, named after its date in Moscow and its number on that day. It never changes. Any number can be asked for as of an edition or a date: it keeps its value, its series and its words, and says beside them what has come in since.",
        `What an edition changes in earlier weeks is [listed with the reason](/v1/corrections): records that came late, records that were corrected, records that vanished at the source, a changed method. If a final week changes by ${percent(MARKED_SHARE * 100)} or more, the correction stays marked for ${counted(MARKED_DAYS, ["day", "days"])}. A mistake is undone by publishing the earlier state as a new edition; nothing is erased.`,
        ...(changed
          ? [
              `Edition ${id} counts ${changed.weeks === 0 ? "no week" : weeks(changed.weeks)} differently from edition ${changed.against}; ${marked === 0 ? "no week is" : counted(marked, ["week is", "weeks are"])} marked as corrected.`,
            ]
          : []),
      ],
    },
    shares: {
      title: "Shares: of how many?",
      prose: ({ share, records }) => [
        "A court’s card gives neither the sentence nor the type of service. The desk codes both from the texts of verdicts, and few texts are published. So a share is always “x of the n known”: of the verdicts that could be read, not of all.",
        "So a count of one kind alone is “at least” as long as there are other cases whose kind isn’t known, and such a week isn’t compared with another.",
        "Nor are all that were read counted here: the sentence and the type of service are never given for a single court or region, and of each week’s cases at least one is left out, so that nobody can find out by subtraction what one person got.",
        ...(share
          ? [
              `An example from the published figures: of the verdicts given ${words.underBriefly(share.texts.articles)} ${words.period(share.texts.period).during}, ${number(share.texts.value)} could be read, and ${number(share.suspended.value)} of those gave a suspended sentence. That is ${number(share.suspended.value)} of the ${number(share.texts.value)} known; it says nothing about the rest.`,
            ]
          : []),
        ...(records
          ? [
              `In the records of this edition the sentence is known for ${number(records.sentences.known)} of ${counted(records.sentences.convictions, ["conviction", "convictions"])} ${words.underBriefly(OFFENCE_ARTICLES.desertion)}.`,
            ]
          : []),
        ...(records && (records.agreement || records.sentences.known > 0)
          ? [
              ...(records.agreement
                ? [
                    agreement.by("sentence", records.agreement.sentence),
                    agreement.by("service", records.agreement.service),
                  ]
                : [agreement.none]),
              agreement.how,
            ]
          : []),
      ],
    },
    conflicts: {
      title: "Where publishers disagree",
      prose: ({ id, disputes }) => [
        disputes.length === 0
          ? "Published figures that can’t all be right are listed here with their links, and never averaged. This edition has none."
          : `Published figures that can’t all be right aren’t averaged: each stands, with its link. This edition has ${counted(disputes.length, ["such conflict", "such conflicts"])} ([as data](/v1/figures/conflicts?as-of=${id})).`,
      ],
    },
    licence: {
      title: "Licence",
      prose: () => [
        "Counts, rates and words made here may be used by anyone under [CC\u00a0BY\u00a04.0](https://creativecommons.org/licenses/by/4.0/): name desertion-stats and the edition. The published figures belong to the publishers who printed them: name them too, with the link. The code is under the MIT licence.",
      ],
    },
    citing: {
      title: "How to cite",
      prose: () => [
        "Name the edition, and link to what it said. These addresses keep showing it, whatever comes in later.",
      ],
    },
  },
  notCounted: {
    title: "What isn’t counted",
    items: [
      "**Soldiers who left and weren’t tried.** The number of convictions isn’t the number of those who have gone.",
      "**Draft evasion** (article 328). A man who hasn’t been called up yet is a civilian, and an ordinary court tries him.",
      "**Acquittals, closed and returned cases** aren’t convictions. But the courts’ lists call an acquittal a “verdict”, too: until the desk has read the text, it counts as a conviction.",
      "**Cases that were never put online,** or were gone before anybody saw them.",
      "**Names.** Those of defendants and judges are dropped while a file is read, and stored nowhere.",
    ],
  },
  steps: [
    `**The delay.** Convictions are laid out in a triangle: by week of the verdict, and by the number of weeks until the desk saw them, at most ${MAX_DELAY_WEEKS}. How each column grew into the next gives the share that is in after each week. This is the chain ladder, with which insurers estimate claims still to come.`,
    "**The level.** Little may be known of the newest week, so the weeks around it count too, nearer ones more: a generalised Cape Cod estimate, after Gluck.",
    `**The error.** How far the same estimate was off over the last ${RETROSPECTIVE_ORIGINS} weeks gives the width of the range: a negative binomial distribution for each age of a week. The same errors decide how far back the delay is learnt from, and how much neighbouring weeks count.`,
  ],
  terms,
} satisfies MethodologyText;

function vanished(records: number): string {
  if (records === 0) return " No record of this edition is flagged as gone.";
  return ` In this edition ${counted(records, ["record is", "records are"])} flagged as gone.`;
}
