import { LICENCE } from "../../config.ts";
import { DataPackage, type Field } from "../../contract/datapackage.ts";
import { AsOfQuery } from "../../contract/query.ts";
import { reading } from "../../reading/reading.ts";
import { editionRef, type Scene } from "../../reading/scene.ts";
import { FIGURE_FIELDS } from "./figures.ts";
import { COURT_FIELDS, REGION_FIELDS } from "./places.ts";
import { SERIES_FIELDS } from "./series.ts";
import { VERSION_FIELDS } from "./versions.ts";

export const datapackage = reading({
  path: "/v1/datapackage.json",
  summary: "The CSV files as a Frictionless data package",
  description:
    "Names, types and limits of every column, for programs that read the CSV files and validate them. With `as-of` it describes, and points to, the files of that edition.",
  query: AsOfQuery,
  contentType: "application/json",
  response: DataPackage,
  answer: ({ "as-of": asOf }, scene): DataPackage => ({
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "tabular-data-package",
    name: scene.edition.sample ? "desertion-stats-sample" : "desertion-stats",
    title: "Russian soldiers convicted of leaving their units",
    description: `${scene.edition.sample ? "SAMPLE: generated data, not real. " : ""}Counts from records of Russian military courts and figures that named publishers printed. UTF-8, commas, ISO dates; an empty cell says that nothing is known, never zero. A text that a spreadsheet would take for a formula has an apostrophe before it.`,
    version: scene.edition.id,
    created: scene.edition.published_at,
    licenses: [{ name: "CC-BY-4.0", title: LICENCE, path: "https://creativecommons.org/licenses/by/4.0/" }],
    sources: sourcesOf(scene),
    resources: [
      resource("figures", asOf, FIGURE_FIELDS, {
        title: "Published figures",
        description: "One row for each figure: what a named publisher printed, with its link.",
        primaryKey: ["id"],
      }),
      resource("series", asOf, SERIES_FIELDS, {
        title: "Convictions by week",
        description:
          "One row for each period. Other measures, offences, periods and breakdowns: the same columns, with the parameters of /v1/series.",
      }),
      {
        ...resource("versions", undefined, VERSION_FIELDS, {
          title: "A period in all editions",
          description:
            "One row for each edition: what it says of one period. For other periods, use the parameter `period`.",
          primaryKey: ["edition"],
        }),
        path: `versions.csv?period=${scene.edition.published_at.slice(0, 4)}${asOf ? `&as-of=${asOf}` : ""}`,
      },
      resource("courts", undefined, COURT_FIELDS, {
        title: "Military courts",
        description: "One row for each court: code, names, place.",
        primaryKey: ["code"],
      }),
      resource("regions", undefined, REGION_FIELDS, {
        title: "Regions in which military courts sit",
        description: "One row for each region: names, and the codes of its courts.",
        primaryKey: ["name"],
      }),
    ],
  }),
});

type Resource = DataPackage["resources"][number];

/** The path is relative to the package's own address. */
function resource(
  name: string,
  asOf: string | undefined,
  fields: readonly Field[],
  about: Pick<Resource, "title" | "description"> & { primaryKey?: string[] },
): Resource {
  const { title, description, primaryKey } = about;
  return {
    name,
    type: "table",
    profile: "tabular-data-resource",
    path: asOf ? `${name}.csv?as-of=${asOf}` : `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    title,
    description,
    schema: { fields: [...fields], missingValues: [""], ...(primaryKey && { primaryKey }) },
  };
}

function sourcesOf(scene: Scene): DataPackage["sources"] {
  const evidences = scene.edition.records ? (["records", "published"] as const) : (["published"] as const);
  return evidences.map((evidence) => {
    const { name, url } = editionRef(scene, evidence).source;
    return { title: name, path: url };
  });
}
