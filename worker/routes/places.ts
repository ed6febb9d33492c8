import { type CourtLine, CourtsBody, type RegionLine, RegionsBody } from "../contract/places.ts";
import { NoQuery } from "../contract/query.ts";
import { CSV, toCsv } from "../http/csv.ts";
import { COURTS, namesOfRegion, REGIONS } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";

const ANY = { evidence: "auto", unit: "convictions" } as const;
const refOf = (scene: Scene) => editionRef(scene, evidenceFor(scene.edition, ANY));

const courtLines = (): CourtLine[] =>
  COURTS.map(({ code, kind, names, region, host }) => ({
    code,
    kind,
    names: { ...names },
    region,
    site: host,
  }));

const regionLines = (): RegionLine[] =>
  REGIONS.map((name) => ({
    name,
    names: namesOfRegion(name),
    courts: COURTS.filter(({ region }) => region === name).map(({ code }) => code),
  }));

export const courts = reading({
  path: "/v1/courts",
  summary: "The military courts: codes, names in three languages, places",
  query: NoQuery,
  contentType: "application/json",
  response: CourtsBody,
  answer: (_query, scene) => ({ edition: refOf(scene), courts: courtLines() }),
});

export const courtsCsv = reading({
  path: "/v1/courts.csv",
  summary: "The same as CSV, one row for each court",
  query: NoQuery,
  contentType: CSV,
  response: "One row for each court",
  answer: () =>
    toCsv<CourtLine>(courtLines(), {
      code: ({ code }) => code,
      kind: ({ kind }) => kind,
      name_en: ({ names }) => names.en,
      name_ru: ({ names }) => names.ru,
      name_uk: ({ names }) => names.uk,
      region: ({ region }) => region,
      site: ({ site }) => site,
    }),
});

export const regions = reading({
  path: "/v1/regions",
  summary: "The regions in which military courts sit, in three languages, with their courts",
  query: NoQuery,
  contentType: "application/json",
  response: RegionsBody,
  answer: (_query, scene) => ({ edition: refOf(scene), regions: regionLines() }),
});

export const regionsCsv = reading({
  path: "/v1/regions.csv",
  summary: "The same as CSV, one row for each region",
  query: NoQuery,
  contentType: CSV,
  response: "One row for each region",
  answer: () =>
    toCsv<RegionLine>(regionLines(), {
      name: ({ name }) => name,
      name_en: ({ names }) => names.en,
      name_ru: ({ names }) => names.ru,
      name_uk: ({ names }) => names.uk,
      courts: ({ courts }) => courts.join(";"),
    }),
});
