import { VERSIONS_MAX } from "../config.ts";
import type { Side } from "../contract/compare.ts";
import { type Version, VersionsBody, VersionsCsvQuery, VersionsQuery } from "../contract/versions.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition, Tallies } from "../domain/edition.ts";
import { typeOf } from "../domain/number-type.ts";
import { OFFENCE_ARTICLES } from "../domain/offence.ts";
import { bucketsIn } from "../domain/period.ts";
import { publishedSides } from "../domain/published/compare.ts";
import { questionOf } from "../domain/question.ts";
import { recordsSides } from "../domain/records/compare.ts";
import { type Report, triangleOf } from "../domain/records/reports.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { courtsAsked } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";

const ABOUT = `What each edition says of one period, as of the day on which it was published; the newest ${VERSIONS_MAX} at most. The value is null where an edition knows nothing of it.`;

export const versions = reading({
  path: "/v1/versions",
  summary: "One period in all editions",
  description: ABOUT,
  query: VersionsQuery,
  example: "period=2025-03&last=12",
  contentType: "application/json",
  response: VersionsBody,
  needs: "editions",
  async answer(query, scene) {
    const question = questionOf(query);
    const evidence = evidenceFor(scene.edition, question);
    return {
      edition: editionRef(scene, evidence),
      type: typeOf(question, question.articles ?? OFFENCE_ARTICLES.desertion),
      label: query.period.label,
      period: query.period.period,
      versions: await versionsOf(query, scene),
      editions_total: upTo(scene).length,
    } satisfies VersionsBody;
  },
});

export const versionsCsv = reading({
  path: "/v1/versions.csv",
  summary: "The same as CSV, or the reporting triangle of its weeks",
  description: `${ABOUT} With \`shape=triangle\`: \`reference_date,report_date,count\`, by weeks: how many records the editions of each week added to each week of the period, as \`npm run nowcast\` reads it.`,
  query: VersionsCsvQuery,
  example: "period=2025-03&last=12",
  contentType: CSV,
  response: "One row an edition, or one a pair of weeks",
  needs: "editions",
  async answer(query, scene) {
    if (query.shape === "triangle") {
      const columns = {
        reference_date: ({ reference_date }: Report) => reference_date,
        report_date: ({ report_date }: Report) => report_date,
        count: ({ count }: Report) => count,
      };
      return toCsv(triangleOf(await weekly(query, scene)), columns, query.decimal);
    }
    const { label, period } = query.period;
    const columns: Record<string, (version: Version) => string | number | null> = {
      edition: ({ edition }) => edition,
      published_at: ({ published_at }) => published_at,
      read_on: ({ read_on }) => read_on,
      evidence: ({ evidence }) => evidence,
      label: () => label,
      start: () => period.start,
      end: () => period.end,
      value: ({ value }) => value,
      qualifier: ({ qualifier }) => qualifier,
      status: ({ status }) => status,
      coverage: ({ coverage }) => coverage,
    };
    return toCsv(await versionsOf(query, scene), columns, query.decimal);
  },
});

function upTo({ editions, edition }: Scene): Scene["editions"] {
  return editions.filter(({ sequence }) => sequence <= edition.sequence);
}

/** One edition after the other, so that an isolate never holds all of them. */
async function each<Item>(
  { last }: VersionsQuery,
  scene: Scene,
  tell: (edition: Edition, courts: Tallies | null, today: string) => Item,
): Promise<Item[]> {
  const items: Item[] = [];
  for (const { id, published_at } of upTo(scene).slice(-last)) {
    const version = await scene.version(id);
    if (version) items.push(tell(version.edition, version.courts, moscowDate(Date.parse(published_at))));
  }
  return items;
}

function versionsOf(query: VersionsQuery, scene: Scene): Promise<Version[]> {
  const question = questionOf(query);
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  return each(query, scene, (edition, courts, today) => {
    const evidence = evidenceFor(edition, question);
    const { sides } =
      evidence === "records"
        ? recordsSides(edition.records, courts, asked, [query.period], today)
        : publishedSides(edition.figures, edition.rates, question, [query.period]);
    const { value, qualifier, status, coverage } = sides[0] as Side;
    const { id, published_at, records } = edition;
    const said = { value, qualifier, status, coverage };
    return { edition: id, published_at, read_on: records?.readOn ?? null, evidence, ...said };
  });
}

/** The counts of the period's weeks in each edition with records. */
async function weekly(query: VersionsQuery, scene: Scene) {
  const question = questionOf(query);
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  const weeks = bucketsIn(query.period.period, "week");
  const all = await each(query, scene, ({ records }, courts, today) => {
    if (!records) return null;
    const { sides } = recordsSides(records, courts, asked, weeks, today);
    return {
      readOn: records.readOn,
      weeks: sides.map(({ period, value }) => ({ start: period.start, value })),
    };
  });
  return all.filter((one) => one !== null);
}
