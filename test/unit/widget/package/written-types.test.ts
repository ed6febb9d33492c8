import { describe, expect, it } from "vitest";
import { z } from "zod";
import { docComment } from "../../../../widget/package/build/doc-comment.ts";
import { type JsonSchema, typeOf } from "../../../../widget/package/build/schema-type.ts";

describe("a doc comment", () => {
  it("is words, and tags with type, name, default and text, over several lines", () => {
    const { text, tags } = docComment(`/**
     * What it is,
     * in two lines.
     *
     * @attr {"a" | "b"} [as-of=a] - Which one, and
     *   why.
     * @slot - Content.
     * @cssproperty --ds-ink - Letters - all of them.
     * @element some-thing
     */`);
    expect(text).toBe("What it is, in two lines.");
    expect(tags).toEqual([
      { tag: "attr", type: '"a" | "b"', name: "as-of", default: "a", text: "Which one, and why." },
      { tag: "slot", type: "", name: "", default: "", text: "Content." },
      { tag: "cssproperty", type: "", name: "--ds-ink", default: "", text: "Letters - all of them." },
      { tag: "element", type: "", name: "some-thing", default: "", text: "" },
    ]);
  });

  it("with a tag that can't be read is refused, with the line", () => {
    expect(() => docComment("/**\n * @attr {string name\n */")).toThrow(
      '"@attr {string name" isn\'t written as',
    );
  });
});

describe("the type of a schema", () => {
  const type = (schema: z.ZodType) => typeOf(z.toJSONSchema(schema) as JsonSchema).replace(/\s+/g, " ");

  it.each([
    [z.int().nullable(), "number | null"],
    [z.enum(["a", "b"]), '"a" | "b"'],
    [z.array(z.string()), "string[]"],
    [z.array(z.object({ low: z.int() }).nullable()), "({ low: number; } | null)[]"],
    [z.tuple([z.int(), z.enum(["x"])]), '[number, "x"]'],
    [z.record(z.string(), z.number()), "Record<string, number>"],
    [z.object({ "as-of": z.literal(1).optional() }), '{ "as-of"?: 1; }'],
    [z.object({ id: z.string().meta({ description: "Its name" }) }), "{ /** Its name */ id: string; }"],
  ])("is what TypeScript writes: %#", (schema, written) => {
    expect(type(schema)).toBe(written);
  });
});
