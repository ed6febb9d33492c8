export interface CourtWords {
  motto: string;
  noRecords: string;
  totals(all: number, known: number, overdue: number, never: number): string;
  readOn(day: string, newest: string): string;
  missed: string;
  noneMissed: string;
  missedHelp: string;
  all: string;
  head: readonly [
    court: string,
    cases: string,
    convictions: string,
    last: string,
    usual: string,
    silent: string,
  ];
  usual(half: number, most: number): string;
  tooFew: string;
  days(days: number): string;
  never: string;
  heat: string;
  heatHelp: string;
  source: string;
  everySource: string;
  watched(name: string): string;
  files(format: string): string;
  lastRead(day: string): string;
  weekOf(day: string): string;
  notRead: string;
  notReadSaid: string;
  weeks: string;
  weekChoice(weeks: number): string;
}

export const en: CourtWords = {
  motto: "Who reports, who is silent, and which weeks were read",
  noRecords:
    "No court records have been imported yet. The list below has all courts; read files at the desk, or watch a table.",
  totals: (all, known, overdue, never) =>
    `${all} courts: ${known} with records, of which ${overdue} silent for longer than usual; ${never} without any.`,
  readOn: (day, newest) => `The courts’ sites were last read on ${day}; the newest record is of ${newest}.`,
  missed: "Silent for longer than usual",
  noneMissed: "No court is silent for longer than usual.",
  missedHelp:
    "Silence is counted to the newest record of any court, so that a delay of all isn’t taken for the silence of one. A court is named here once it has been silent for longer than nine in ten of its gaps, and than a week.",
  all: "All courts",
  head: ["Court", "Cases", "Convictions", "Last record", "Usual rhythm", "Silent for"],
  usual: (half, most) => `every ${half} days; nine in ten within ${most}`,
  tooFew: "too few to say",
  days: (days) => `${days} days`,
  never: "no record",
  heat: "Records by court and week",
  heatHelp:
    "The darker, the more records. 0: the week was read, and there is none. – : the week wasn’t read for this court, so that nothing is known.",
  source: "Source",
  everySource: "all sources",
  watched: (name) => `watched table “${name}”`,
  files: (format) => `the desk’s files, ${format}`,
  lastRead: (day) => `Last read on ${day}.`,
  weekOf: (day) => `Week of ${day}`,
  notRead: "–",
  notReadSaid: "not read",
  weeks: "Length",
  weekChoice: (weeks) => `${weeks} weeks`,
};
