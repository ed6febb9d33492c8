import { html } from "hono/html";
import { PROBLEM_KINDS } from "../../problem.ts";
import type { Deployment } from "./curl.ts";
import { type Chapter, chapters } from "./guide.ts";
import { inline, type Markup, prose, sentence } from "./markup.ts";
import { operationSection, parameterItem } from "./operation.ts";
import { fields, limitsOf, typeOf } from "./schema.ts";
import { type Operation, operationsOf, type Reference, sharedParameters } from "./shape.ts";

export interface DocsView {
  reference: Reference;
  /** Queries that show what an address can do, by its path. */
  examples: ReadonlyMap<string, string>;
  at: Deployment;
  sample: boolean;
}

/** The reference as a page: everything about the addresses is read from the OpenAPI document. */
export function docsPage(view: DocsView): string {
  const { reference, at, sample } = view;
  const operations = operationsOf(reference);
  const guide = chapters(at);
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Reference · ${reference.info.title}</title>
<meta name="description" content="${reference.info.summary}: the addresses, parameters and answers of this deployment.">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/docs.css">
<link rel="service-desc" type="application/json" href="/v1/openapi.json">
</head>
<body>
<a class="skip" href="#content">Skip to the reference</a>
<header class="masthead">
<p class="name"><a href="/">${reference.info.title}</a></p>
<p><a href="/methodology">Methodology</a> · <a href="/v1/openapi.json">OpenAPI</a></p>
</header>
<main id="content">
<header class="head">
<h1>Reference</h1>
${sample ? html`<p class="notice">SAMPLE – generated data, not real.</p>` : ""}
${prose(reference.info.description)}
</header>
<div class="columns">
${contents(guide, operations, reference)}
<div>
${guide.map(({ id, title, body }) => html`<section class="chapter" id="${id}"><h2>${title}</h2>${body}</section>`)}
${filters(operations)}
${reference.tags.map(({ name, description }) => addresses(name, description, operations, view))}
${shapes(reference)}
${problems()}
</div>
</div>
</main>
<footer><p>Licence of the data: <a href="${reference.info.license.url}">${reference.info.license.name}</a>.</p></footer>
</body>
</html>`}\n`;
}

function contents(guide: readonly Chapter[], operations: readonly Operation[], { tags }: Reference): Markup {
  const item = ({ operationId, method, path }: Operation) =>
    html`<li><a href="#${operationId}">${method === "GET" ? "" : html`<span class="method">${method}</span> `}<code>${path}</code></a></li>`;
  return html`<nav class="contents" aria-label="Contents">
<ul>
${guide.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
<li><a href="#filters">Filters</a></li>
</ul>
${tags.map(
  ({ name }) => html`<h2>${name}</h2>
<ul>${operations.filter(({ tags: [tag] }) => tag === name).map(item)}</ul>`,
)}
<h2>Shared</h2>
<ul><li><a href="#shapes">Shapes</a></li><li><a href="#problems">Problems</a></li></ul>
</nav>`;
}

function filters(operations: readonly Operation[]): Markup {
  return html`<section class="chapter" id="filters"><h2>Filters</h2>
<p>These parameters mean the same at every address that takes them. One that is unknown, given twice or misspelt is answered with <a href="#bad-parameters">400</a> and the nearest match, never ignored.</p>
<dl class="fields">${sharedParameters(operations).map((parameter) => parameterItem(parameter))}</dl></section>`;
}

function addresses(
  tag: string,
  description: string,
  operations: readonly Operation[],
  { examples, at }: DocsView,
): Markup {
  const shared = sharedParameters(operations);
  const sections = operations
    .filter(({ tags: [name] }) => name === tag)
    .map((operation) => operationSection({ operation, shared, example: examples.get(operation.path), at }));
  return html`<section class="chapter" id="tag-${tag.toLowerCase()}"><h2>${tag}</h2><p>${description}</p>${sections}</section>`;
}

function shapes({ components }: Reference): Markup {
  return html`<section class="chapter" id="shapes"><h2>Shapes</h2>
<p>What addresses accept and return, by name. A field is always present unless its description says otherwise; fields may be added.</p>
${Object.entries(components.schemas).map(([name, schema]) => {
  const limits = limitsOf(schema);
  return html`<section class="shape" id="shape-${name}"><h3>${name}</h3>
${schema.description ? html`<p>${sentence(schema.description)}</p>` : ""}
${fields(schema) ?? html`<p>${typeOf(schema)}${limits ? html`, ${limits}` : ""}</p>`}</section>`;
})}</section>`;
}

function problems(): Markup {
  return html`<section class="chapter" id="problems"><h2>Problems</h2>
<p>${inline("Every failure is answered as `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, and `errors` where parameters or fields are at fault. `type` is the address of the matching paragraph on this page.")}</p>
<dl class="fields">${Object.entries(PROBLEM_KINDS).map(
    ([kind, { status, title, about }]) => html`<div id="${kind}">
<dt><code>${kind}</code> <span class="type">${status} ${title}</span></dt>
<dd><p>${inline(about)}</p></dd>
</div>`,
  )}</dl></section>`;
}
