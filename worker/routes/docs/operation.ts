import { html } from "hono/html";
import { PROBLEM_KINDS } from "../../problem.ts";
import { curlLine, type Deployment } from "./curl.ts";
import { listed, type Markup, prose, sample, sentence } from "./markup.ts";
import { fields, limitsOf, typeOf } from "./schema.ts";
import { type Operation, type Parameter, referred, type Schema } from "./shape.ts";

export interface OperationView {
  operation: Operation;
  /** Parameters that are told once for all addresses. */
  shared: readonly Parameter[];
  example: string | undefined;
  at: Deployment;
}

/** One address: what it gives, a line that asks it, what it takes, what comes back. */
export function operationSection({ operation, shared, example, at }: OperationView): Markup {
  const { method, path, summary, description, requestBody, operationId } = operation;
  const body = requestBody?.content?.["application/json"]?.schema;
  return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><span class="method">${method}</span> <code>${path}</code></h3>
<p class="summary">${sentence(summary)}</p>
${description ? prose(description) : ""}
${sample(`Ask ${path}`, curlLine(operation, example, at))}
${takes(operation, shared)}
${body ? html`<h4>Body</h4>${shapeOf(body)}` : ""}
${answers(operation)}
</section>`;
}

/**
 * A parameter with all that is known of it.
 * @param place keeps ids single where two addresses have a parameter of one name and different sense
 */
export function parameterItem({ name, required, schema, description = "" }: Parameter, place = ""): Markup {
  const limits = limitsOf(schema);
  const known = [
    required ? html`needed` : null,
    schema.default === undefined ? null : html`default <code>${String(schema.default)}</code>`,
    schema.example === undefined ? null : html`example <code>${String(schema.example)}</code>`,
  ].filter((one) => one !== null);
  return html`<div id="parameter${place}-${name}">
<dt><code>${name}</code> <span class="type">${typeOf(schema)}</span></dt>
<dd><p>${sentence(description)}</p>${limits ? html`<p>${limits}</p>` : ""}${known.length > 0 ? html`<p class="known">${listed(known)}</p>` : ""}</dd>
</div>`;
}

function takes({ parameters = [], operationId }: Operation, shared: readonly Parameter[]): Markup {
  const told = new Set(shared.map((one) => JSON.stringify(one)));
  const [common, own] = [true, false].map((wanted) =>
    parameters.filter((parameter) => told.has(JSON.stringify(parameter)) === wanted),
  ) as [Parameter[], Parameter[]];
  if (parameters.length === 0) return html`<p class="takes">Takes no parameters.</p>`;
  const links = common.map(({ name }) => html`<a href="#parameter-${name}"><code>${name}</code></a>`);
  return html`<h4>Parameters</h4>
${own.length > 0 ? html`<dl class="fields">${own.map((one) => parameterItem(one, `-${operationId}`))}</dl>` : ""}
${links.length > 0 ? html`<p class="takes">${own.length > 0 ? "And" : "Takes"} ${listed(links)}.</p>` : ""}`;
}

function answers({ responses }: Operation): Markup {
  const [done, ...others] = Object.entries(responses).sort(([a], [b]) => Number(a) - Number(b));
  const [status, { content = {}, description }] = done!;
  const [type] = Object.keys(content);
  const json = type === "application/json";
  return html`<h4>Answer</h4>
<p class="takes"><code>${status}</code>${type ? html` <code>${type}</code>` : ""}${json ? "" : html` ${description}`}</p>
${json ? shapeOf(content[type]!.schema) : ""}
${others.length > 0 ? html`<p class="takes">Or ${listed(others.map(([code]) => statusLink(code)))}.</p>` : ""}`;
}

function statusLink(code: string): Markup {
  const kind = Object.entries(PROBLEM_KINDS).find(([, { status }]) => String(status) === code)?.[0];
  return html`<a href="#${kind ?? "caching"}">${code}</a>`;
}

function shapeOf(schema: Schema): Markup {
  return referred(schema)
    ? html`<p class="takes">${typeOf(schema)}</p>`
    : html`${fields(schema) ?? typeOf(schema)}`;
}
