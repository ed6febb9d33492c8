import { EditionBody, EditionPath, EditionsBody, type WeeklyCounts } from "../contract/editions.ts";
import { AsOfQuery, NoQuery } from "../contract/query.ts";
import type { Service } from "../contract/terms.ts";
import type { Tally } from "../domain/tally.ts";
import { mondayOf } from "../domain/week-index.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";
import { lineOf } from "../store/edition-index.ts";

export const editions = reading({
  path: "/v1/editions",
  summary: "All editions, newest first",
  description:
    "Each publication is an edition with a number that never changes. With `as-of`, any answer can be requested as of one of them.",
  query: AsOfQuery,
  contentType: "application/json",
  response: EditionsBody,
  needs: "editions",
  answer: (_query, scene) => ({
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    editions: scene.editions.filter(({ sequence }) => sequence <= scene.edition.sequence).toReversed(),
  }),
});

export const edition = reading({
  path: "/v1/editions/{id}",
  summary: "One edition, whole",
  description:
    "Everything from which answers are made, except the counts by court, which are at `/v1/series?by=court&as-of={id}`. It never changes, so it may be kept for ever.",
  query: NoQuery,
  editionInPath: EditionPath,
  contentType: "application/json",
  response: EditionBody,
  answer: (_query, scene): EditionBody => whole(scene),
});

function whole(scene: Scene): EditionBody {
  const { provenance, figures, records, changes } = scene.edition;
  const { sequence, kind, note, sha256, counts } = lineOf(scene.edition);
  return {
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    sequence,
    kind,
    note,
    sha256,
    counts,
    provenance: [...provenance],
    figures: [...figures],
    records: records && {
      convictions: weekly(records.convictions),
      receipts: weekly(records.receipts),
      ...(records.coverage && {
        coverage: {
          convictions: [...records.coverage.convictions],
          receipts: [...records.coverage.receipts],
        },
      }),
    },
    changes,
  };
}

function weekly({ firstWeek, columns }: Tally): WeeklyCounts {
  return {
    start: columns.length === 0 ? null : mondayOf(firstWeek),
    columns: columns.map(({ scope, service, sentence, counts }) => ({
      articles: scope.split(";").filter(Boolean),
      ...servicesOf(service.split(",") as Service[]),
      sentence,
      values: [...counts],
    })),
  };
}

function servicesOf(
  services: readonly Service[],
): Pick<WeeklyCounts["columns"][number], "service" | "services"> {
  const [service = "unknown"] = services;
  return services.length > 1 ? { service, services: [...services] } : { service };
}
