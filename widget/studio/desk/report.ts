import { html, type TemplateResult } from "lit";
import type { KeptOut } from "../../../worker/desk/normalise/index.ts";
import { lang } from "../words/index.ts";
import { expectedIn, type Said, warningIn } from "../words/reader/index.ts";
import { type FileReport, REPORTED_REJECTIONS } from "./read-files.ts";
import { table } from "./tables.ts";
import { words } from "./words/index.ts";

/** What reading a file gave, and which of its rows are wrong in what. */
export function report({ name, provenance, rejected }: FileReport): TemplateResult {
  const { importing } = words;
  const { format, rows, taken, rejected: refused, kept_out, warnings } = provenance;
  const out = Object.entries(kept_out).map(
    ([reason, count]) => `${importing.keptOutReasons[reason as KeptOut] ?? reason} (${count})`,
  );
  return html`<section class="report">
    <h3>${name}</h3>
    <p>${importing.fileLine(format, rows, taken, refused)}</p>
    ${out.length > 0 ? html`<p class="hint">${importing.keptOut(out.join(", "))}</p>` : ""}
    ${warnings.map((warning) => html`<p class="hint">${said(warningIn(lang, warning))}</p>`)}
    ${
      rejected.length === 0
        ? ""
        : html`${table(
            `${importing.rejected}: ${name}`,
            [importing.line, importing.column, importing.value, importing.expected],
            rejected.map(({ line, column, value, expected }) => [
              line,
              html`<code>${column}</code>`,
              value ?? "",
              said(expectedIn(lang, expected)),
            ]),
          )}
          ${refused > REPORTED_REJECTIONS ? html`<p class="hint">${importing.rejectedMore(REPORTED_REJECTIONS)}</p>` : ""}`
    }
  </section>`;
}

function said({ text, lang }: Said): TemplateResult {
  return html`<span lang=${lang}>${text}</span>`;
}
