import {
  AdditionsBody,
  EditionBody,
  EditionPath,
  EditionsBody,
  type WeeklyCounts,
} from "../contract/editions.ts";
import { AsOfQuery, NoQuery } from "../contract/query.ts";
import type { Service } from "../contract/terms.ts";
import type { Tally } from "../domain/tally.ts";
import { mondayOf } from "../domain/week-index.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";
import { editionsUpTo } from "../reading/told-editions.ts";
import { lineOf } from "../store/edition-index.ts";

export const editions = reading({
  path: "/v1/editions",
  summary: "All editions, newest first",
  description:
    "Each publication is an edition with a number that never changes. With `as-of`, any answer can be requested as of one of them. What the desk said of an edition later stands in `additions`, except in a list as of an edition's id, which never changes.",
  query: AsOfQuery,
  contentType: "application/json",
  response: EditionsBody,
  needs: "editions",
  answer: (query, scene) => ({
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    editions: editionsUpTo(scene, query["as-of"]).toReversed(),
  }),
});

export const edition = reading({
  path: "/v1/editions/{id}",
  summary: "One edition, whole",
  description:
    "Everything from which answers are made, except the counts by court, which are at `/v1/series?by=court&as-of={id}`. It never changes, so it may be kept for ever; what the desk said of it later is at `/v1/editions/{id}/additions`.",
  query: NoQuery,
  editionInPath: EditionPath,
  contentType: "application/json",
  response: EditionBody,
  answer: (_query, scene): EditionBody => whole(scene),
});

export const additions = reading({
  path: "/v1/editions/{id}/additions",
  summary: "What the desk said of an edition later",
  description:
    "An edition and its note never change. What has to be said of it later is added: with the day and the role of whoever said it, and never changed or taken away.",
  query: NoQuery,
  editionInPath: EditionPath,
  contentType: "application/json",
  response: AdditionsBody,
  followsCurrent: true,
  answer: (_query, scene) => ({
    edition: editionRef(scene, evidenceFor(scene.edition, { evidence: "auto", unit: "convictions" })),
    additions: [...(scene.additions.get(scene.edition.id) ?? [])],
  }),
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
      ...(records.reporting && { reporting: records.reporting }),
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
