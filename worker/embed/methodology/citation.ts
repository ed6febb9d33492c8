import { html } from "hono/html";
import type { Lang } from "../../contract/terms.ts";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import type { Markup } from "./prose.ts";

/** A reference to copy, and the addresses at which page, number and counter stay as of this edition. */
export function citation(
  { id, sha256, publishedOn }: EditionFacts,
  { origin, lang }: { origin: string; lang: Lang },
  { citing }: MethodologyTerms,
  words: Language,
): Markup {
  const query = lang === "en" ? `as-of=${id}` : `lang=${lang}&as-of=${id}`;
  const [page, number] = ["methodology", "v1/summary"].map((path) => `${origin}/${path}?${query}`);
  const address = (name: string, at: string | undefined) =>
    html`<dt>${name}</dt><dd><a href="${at}">${at}</a></dd>`;
  return html`<blockquote><p>${citing.reference(id, words.date(publishedOn))}, <a href="${page}">${page}</a></p></blockquote>
<dl class="addresses">
${address(citing.number, number)}
<dt>${citing.tag}</dt><dd><code>&lt;desertion-stats as-of="${id}"&gt;&lt;/desertion-stats&gt;</code></dd>
<dt>${citing.sha256}</dt><dd><code>${sha256}</code></dd>
</dl>`;
}
