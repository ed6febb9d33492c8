import { z } from "zod";

/** A Frictionless data package (datapackage.org, 2.0; readable as 1.0 too). */

const Constraints = z
  .object({
    required: z.boolean().optional(),
    unique: z.boolean().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.string()).optional(),
  })
  .meta({ id: "FieldConstraints" });

export const Field = z
  .object({
    name: z.string(),
    type: z.enum(["string", "number", "integer", "date"]),
    format: z.literal("uri").optional(),
    title: z.string().optional(),
    description: z.string(),
    constraints: Constraints.optional(),
  })
  .meta({ id: "Field" });
export type Field = z.infer<typeof Field>;

const Link = z.object({ title: z.string(), path: z.url() });

export const DataPackage = z
  .object({
    $schema: z.url(),
    profile: z.literal("tabular-data-package"),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.string().meta({ description: "Id of the edition that it describes" }),
    created: z.iso.datetime(),
    licenses: z.array(Link.extend({ name: z.string() })),
    sources: z.array(Link),
    resources: z.array(
      z.object({
        name: z.string(),
        type: z.literal("table"),
        profile: z.literal("tabular-data-resource"),
        path: z.string(),
        format: z.literal("csv"),
        mediatype: z.literal("text/csv"),
        encoding: z.literal("utf-8"),
        title: z.string(),
        description: z.string(),
        schema: z.object({
          fields: z.array(Field),
          missingValues: z.array(z.string()),
          primaryKey: z.array(z.string()).optional(),
        }),
      }),
    ),
  })
  .meta({ id: "DataPackage" });
export type DataPackage = z.infer<typeof DataPackage>;
