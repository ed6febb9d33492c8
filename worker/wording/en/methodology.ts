import { MAX_DELAY_WEEKS, RETROSPECTIVE_ORIGINS } from "../../domain/completeness/constants.ts";
import { OFFENCE_ARTICLES } from "../../domain/offence.ts";
import { MARKED_DAYS, MARKED_SHARE } from "../../domain/records/marks.ts";
import type { MethodologyText } from "../language/methodology-text.ts";
import { counted } from "./counted.ts";
import { en as words } from "./index.ts";
import { EVIDENCE, FINAL, HALF_MOVE, MOST_MOVE, TOLD, terms, weeks } from "./methodology-terms.ts";

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
        "Criminal cases against soldiers in Russia’s military courts: how many the courts receive, and how many end in a conviction. They are about leaving a unit, failing to obey an order and a few other wartime offences; the articles are [explained below](#articles).",
        "A defendant counts once. All entries under one case identifier (УИД) are one case: an appeal, a cassation or a second registration changes what is known of it, and adds nothing. A conviction belongs to the day on which a court first convicted the defendant, and to that court, whatever a higher court or a new trial makes of it later: what is counted are verdicts that were given, and an acquittal in a new trial doesn’t undo that one was. A case that goes to another court belongs, as received, to the court that had it first. A person’s reading of a verdict’s text stands over what the court’s card says, until a person changes it.",
      ],
    },
    units: {
      title: "Units",
      prose: () => [
        "Cases, people and convictions aren’t the same. One case may have several defendants, and a case received in one year may be decided in the next. So every number carries its unit, and numbers of different units are never added. The first two units are also counted week by week from court records; the others are known from published figures alone.",
      ],
    },
    articles: {
      title: "Articles",
      prose: () => [
        "The articles are those of Russia’s Criminal Code. The main number joins 337 and 338. Its heading says “deserters” for short, but the line below always names the articles: in law, absence without leave (337) isn’t desertion (338).",
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
        `**Published figures** are numbers that a named publisher has printed, each with its link. ${
          figures.period
            ? `This edition holds ${counted(figures.count, ["figure", "figures"])} from ${counted(figures.pages, ["page", "pages"])} (${words.period(figures.period).name}): [the list](/v1/figures?as-of=${id}), [as CSV](/v1/figures.csv?as-of=${id}).`
            : "This edition holds none."
        }`,
        "Where there are records, the answer comes from them, otherwise from published figures. Each import says of which courts and days its source was read, or its records have to, as far as they stand close together: outside of these days nothing is known, whatever a single record says. If only some of the articles are known for a period, their figure is a lower bound for all, and is called “at least”. Where nothing is known the line breaks off: a gap isn’t a zero.",
      ],
    },
    rates: {
      title: "From totals to weeks",
      prose: () => [
        "Publishers print totals, not weeks. If two totals count the same thing (in one unit, under the same articles, from the same day on), their difference is what happened in between.",
      ],
      after: ({ id, rates }) => [
        "Such a rate is an average over its days, and is drawn as a step. Totals of different counts, such as “since the mobilisation” and “in the calendar year”, aren’t set against each other. If a total is rounded, so is the rate: “about”. Rates and percentages that were printed as such are quoted, and never added up.",
        `From its figures this edition derives ${rates === 0 ? "no rates" : `[${counted(rates, ["rate", "rates"])}](/v1/figures/rates?as-of=${id})`}.`,
      ],
    },
    lateness: {
      title: "Late isn’t low",
      prose: () => [
        `Records reach the courts’ sites days to months after the verdict. So a new week always looks like a fall until its records are in. Recent weeks are therefore marked as provisional: their line is dashed, the range in which the final count is expected stands beside the count, and the words say so. In large type stands the newest week that is over and final, or near enough to it: [from ${TOLD} on](#completeness), and then with the middle of its range, called “about”. A week is compared with the week before only where about as much is in for both.`,
        "Lateness is measured verdict by verdict: from the week of the verdict to the day on which the desk first saw it. What a first import brings, or one after a long pause, says nothing about lateness and stays out. A week in which nothing at all came in is a gap in the watch, not a delay.",
      ],
    },
    completeness: {
      title: "How complete is a week?",
      prose: () => [
        "How much of a week is in, and what it will count in the end, is estimated with a published method: [baselinenowcast](https://baselinenowcast.epinowcast.org), by the epinowcast community, made for late reports of diseases. It takes three steps.",
      ],
      after: () => [
        `The range beside a provisional week is the 90% interval: nine times out of ten the final count should lie within it. From ${FINAL} on a week is final. Where there is too little to learn from (fewer than ${EVIDENCE}, or too short a watch), no range is given, the words say “incomplete”, and no week is called final early. When the delay itself changes, the ranges take some weeks to follow; as soon as the change shows, the weeks since then count as hardly known, until the new delay has been learnt. The first one or two editions after it may still tell a number that is far too low.`,
        `How far the numbers in large type still move has been tried out: week by week, what would have been told with what was known then is set against the final count. On each of the series that were tried, half of the numbers that were told from ${TOLD} on moved by no more than ${HALF_MOVE} and nine in ten by no more than ${MOST_MOVE}; a lower threshold doesn’t keep that. The table is of all those series together. They are generated court records, like those of the sample, and generated series whose reports come in fast, slowly, and slowly from the middle on: the table says how the method does, not how this edition did.`,
      ],
    },
    vanished: {
      title: "Gone isn’t never",
      prose: ({ records }) => [
        `A record that disappears from the courts’ sites stays counted, with a flag and the day on which it was found missing. Nor is an empty answer a zero: the sites say the same of a list without cases as of a question that they couldn’t read.${records ? vanished(records.removed) : ""}`,
      ],
    },
    editions: {
      title: "Editions and corrections",
      prose: ({ id, changed, marked }) => [
        "Each publication is an edition, named after its date in Moscow and its number on that day. It never changes. Any number can be asked for as of an edition or a date: it keeps its value, its series and its words, and says beside them what has come in since.",
        `What an edition says differently of earlier weeks is [listed with the reason](/v1/corrections): records that came late, records that were corrected, records that vanished at the source, a changed method. If a final week changes by ${percent(MARKED_SHARE * 100)} or more, the correction stays marked for ${counted(MARKED_DAYS, ["day", "days"])}. A mistake is taken back by publishing the earlier state as a new edition; nothing is erased.`,
        ...(changed
          ? [
              `Edition ${id} counts ${changed.weeks === 0 ? "no week" : weeks(changed.weeks)} differently from edition ${changed.against}; ${marked === 0 ? "no week is" : counted(marked, ["week is", "weeks are"])} marked as corrected.`,
            ]
          : []),
      ],
    },
    shares: {
      title: "Shares, and of how many",
      prose: ({ share, records }) => [
        "A court’s card gives neither the punishment nor the kind of service. The desk codes both from the texts of verdicts, and few texts are published. So a share is always “x of the n known”: of the verdicts that could be read, not of all.",
        "A count of one kind alone is therefore “at least”, as long as there are cases beside it whose kind isn’t known, and such a week isn’t compared with another.",
        "Nor is it told of all that were read: the sentence and the kind of service are never told of a single court or region, and of each week’s cases at least one is left out, so that nobody can find out by subtraction what one person got.",
        ...(share
          ? [
              `An example from the published figures: of the verdicts given ${words.underBriefly(share.texts.articles)} ${words.period(share.texts.period).during}, ${number(share.texts.value)} could be read, and ${number(share.suspended.value)} of those gave a suspended sentence. That is ${number(share.suspended.value)} of the ${number(share.texts.value)} known; it says nothing of the rest.`,
            ]
          : []),
        ...(records
          ? [
              `In the records of this edition the punishment is known for ${number(records.sentences.known)} of ${counted(records.sentences.convictions, ["conviction", "convictions"])} ${words.underBriefly(OFFENCE_ARTICLES.desertion)}.`,
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
        "Name the edition, and link to what it said. These addresses go on saying it, whatever comes in later.",
      ],
    },
  },
  notCounted: {
    title: "What isn’t counted",
    items: [
      "**Soldiers who left and weren’t tried.** The number of convictions isn’t the number of those who have gone.",
      "**Draft evasion** (article 328). A man who hasn’t been called up yet is a civilian, and an ordinary court tries him.",
      "**Acquittals, closed and returned cases** aren’t convictions. But the courts’ lists say “verdict” of an acquittal, too: until the desk has read the text, it counts as a conviction.",
      "**Cases that were never put online,** or were gone before anybody saw them.",
      "**Names.** Those of defendants and judges are dropped while a file is read, and stored nowhere.",
    ],
  },
  steps: [
    `**The delay.** Convictions are laid out in a triangle: by week of the verdict, and by weeks until the desk saw them, at most ${MAX_DELAY_WEEKS}. How each column grew into the next gives the share that is in after each week. This is the chain ladder, with which insurers estimate claims still to come.`,
    "**The level.** Of the newest week hardly anything may have been seen. So its neighbours have a say in how large it is, the nearer the more: a generalised Cape Cod estimate, after Gluck.",
    `**The error.** By how much the same estimate was off for the last ${RETROSPECTIVE_ORIGINS} weeks gives the width of the range: a negative binomial distribution for each age of a week. The same errors decide how far back the delay is learnt, and how much a week’s neighbours say.`,
  ],
  terms,
} satisfies MethodologyText;

function vanished(records: number): string {
  if (records === 0) return " No record of this edition is flagged as gone.";
  return ` In this edition ${counted(records, ["record is", "records are"])} flagged as gone.`;
}
