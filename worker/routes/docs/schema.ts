import { html } from "hono/html";
import { listed, type Markup, sentence } from "./markup.ts";
import { referred, type Schema } from "./shape.ts";

/** A value's type in a few words: `integer or null`, `list of Figure`. */
export function typeOf(schema: Schema): Markup {
  const name = referred(schema);
  if (name) return html`<a href="#shape-${name}">${name}</a>`;
  if (isListed(schema)) return html`string`;
  if (schema.anyOf) return joined(schema.anyOf.map(typeOf));
  if (schema.prefixItems) return html`list of ${listed(schema.prefixItems.map(typeOf))}`;
  if (schema.type === "array") return html`list of ${schema.items ? typeOf(schema.items) : "anything"}`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.type === "object" && isObject(schema.additionalProperties)) {
    return html`object of ${typeOf(schema.additionalProperties)} by name`;
  }
  if (schema.format) return html`${schema.format}`;
  return joined([schema.type ?? "anything"].flat().map((type) => html`${type}`));
}

/** What a value is limited to, in words; null where its type says it all. */
export function limitsOf(schema: Schema): Markup | null {
  const { enum: values, minimum, maximum } = schema;
  if (values) return html`one of ${valuesOf(values)}`;
  if (isListed(schema))
    return html`one or several of ${valuesOf(schema.anyOf?.[0]?.enum ?? [])}, joined by commas`;
  if (minimum === undefined && maximum === undefined) return null;
  if (maximum === undefined) return html`from ${minimum}`;
  return minimum === undefined ? html`up to ${maximum}` : html`${minimum} to ${maximum}`;
}

/** Whether it is one of some values, or several of them joined by commas. */
function isListed({ anyOf = [] }: Schema): boolean {
  const [one, several] = anyOf;
  return one?.enum !== undefined && several?.pattern !== undefined;
}

function valuesOf(values: readonly unknown[]): Markup {
  return listed(values.map((value) => html`<code>${String(value)}</code>`));
}

/** The fields of an object, with the fields within them. */
export function fields(schema: Schema): Markup | null {
  const inner = objectIn(schema);
  if (!inner?.properties) return null;
  const { properties, required = [] } = inner;
  return html`<dl class="fields">${Object.entries(properties).map(
    ([name, field]) => html`<div>
<dt><code>${name}</code> <span class="type">${typeOf(field)}${required.includes(name) ? "" : ", not always there"}</span></dt>
<dd>${about(field)}${fields(field)}</dd>
</div>`,
  )}</dl>`;
}

function about(field: Schema): Markup {
  const limits = limitsOf(field.items ?? field);
  return html`${field.description ? html`<p>${sentence(field.description)}</p>` : ""}${limits ? html`<p>${limits}</p>` : ""}`;
}

/** The object that a schema is, may be, or lists; what stands elsewhere under a name isn't repeated. */
function objectIn(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  if (schema.items) return objectIn(schema.items);
  return schema.anyOf?.map(objectIn).find((one) => one !== undefined);
}

function joined(types: readonly Markup[]): Markup {
  return html`${types.map((type, index) => (index === 0 ? type : html` or ${type}`))}`;
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null;
}
