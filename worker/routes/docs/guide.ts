import { html } from "hono/html";
import { chartPage } from "./chart-page.ts";
import type { Deployment } from "./curl.ts";
import { inline, type Markup, sample } from "./markup.ts";

/** A chapter of the reference that no schema tells. */
export interface Chapter {
  id: string;
  title: string;
  body: Markup;
}

export function chapters(at: Deployment): Chapter[] {
  return [start(at), numbers(), asOf(at), caching(at), versions()];
}

function start({ origin }: Deployment): Chapter {
  const url = `${origin}/v1/series?granularity=quarter&last=4&by=sentence&evidence=records`;
  return {
    id: "start",
    title: "A chart in five minutes",
    body: html`<p>${inline("Prison against suspended sentences, by quarter, over the last twelve months. Save these lines as `chart.html` and open the file:")}</p>
${sample("A page with a chart", chartPage(url))}
<p>${inline("One address gives every point, to any page, without a key; the library Observable Plot draws it. `last=4` moves with time: the newest four quarters, the current one so far. `key` says which sentence, and `text.keys` what it is called, in English, Russian or Ukrainian (`lang`). The same in the shell, and in a spreadsheet:")}</p>
${sample("Ask for sentences by quarter", `curl '${url}'`)}
${sample("Formula for a spreadsheet", `=IMPORTDATA("${url.replace("/series?", "/series.csv?")}")`)}
<p>${inline("Give the denominator: a share of the sentences is a share of `known`, not of all convictions. Sentences aren't on the courts' cards; the data desk codes them from the texts of verdicts. A deployment that has no court records has no points to give here, and says so in `text.reason`.")}</p>`,
  };
}

function numbers(): Chapter {
  return {
    id: "numbers",
    title: "What every number carries",
    body: html`<dl class="fields">
<div><dt>Unit and articles</dt><dd><p>${inline("In `type`: what is counted (convictions, cases received …) and under which articles of Russia's Criminal Code. Cases, persons and verdicts are never lumped together. `desertion` is articles 337 and 338 together; `awol` is 337 and `desertion-strict` is 338 alone.")}</p></dd></div>
<div><dt>Period</dt><dd><p>Both ends are inclusive dates in Moscow. Weeks are ISO weeks.</p></dd></div>
<div><dt>Qualifier</dt><dd><p>${inline("`exact`, `at_least` (a lower bound) or `about` (rounded, or derived from totals). Print it with the number.")}</p></dd></div>
<div><dt>Status</dt><dd><p>${inline("Records reach the courts' sites days to months after the verdict. A week is `provisional` until at least 95% of its records are expected to be in; `completeness` says how much is, and `expected` where the final count will lie with 90% probability. A provisional week that is lower than the one before it isn't a fall.")}</p></dd></div>
<div><dt>Evidence</dt><dd><p>${inline("`records`: court cases counted week by week. `published`: figures that named publishers printed, each with its link. The two are never mixed in one number.")}</p></dd></div>
<div><dt>Nothing and zero</dt><dd><p>${inline("`0` means that counting was possible and none was counted, `null` that nothing is known.")}</p></dd></div>
</dl>`,
  };
}

function asOf({ origin, editionId }: Deployment): Chapter {
  return {
    id: "as-of",
    title: "Numbers as they were",
    body: html`<p>Each publication is an edition with a number of its own (such as <code>${editionId}</code>), and never changes. ${inline("An article that cites a number can go on citing it: with `as-of` and the edition's id, every address gives the answer that it gave then.")}</p>
${sample("Ask as of an edition", `curl '${origin}/v1/figures?as-of=${editionId}'`)}
<p>${inline("With a date, `as-of` takes the edition that was current at the end of that day. `/v1/summary` then also says, in `since`, what the same period counts now. What changed between editions is listed at `/v1/corrections`, and as a feed at `/v1/corrections.atom`.")}</p>`,
  };
}

function caching({ origin }: Deployment): Chapter {
  return {
    id: "caching",
    title: "Caching and polling",
    body: html`<p>${inline("An answer about the current edition may be kept for a minute by browsers and for five by shared caches, and served stale while this deployment can't be reached. An answer as of an edition is `immutable`, except that of `/v1/summary`, whose `since` refers to the current edition. An error is kept for ten seconds.")}</p>
<p>${inline("Every answer has a strong `ETag`. Send it back, and an answer that hasn't changed comes without a body:")}</p>
${sample("Ask only for what has changed", `curl -i -H 'If-None-Match: "…"' '${origin}/v1/summary'`)}
<p>${inline("Addresses accept GET, HEAD and OPTIONS from any page (CORS `*`), set no cookies and need no key. There is no limit on requests for numbers and single series; new pictures (60 a minute) and new tables of many series (120 a minute) have one for each sender. Once a minute is often enough, since no cache asks more often.")}</p>`,
  };
}

function versions(): Chapter {
  return {
    id: "versions",
    title: "What may change within v1",
    body: html`<p>Fields, parameters, values of a parameter, addresses and kinds of problems may be added: ignore what you don't know. The wording of texts may improve. Nothing that is described here is removed, renamed or given another meaning.</p>
<p>${inline('If something has to be removed, its answers announce it for at least twelve months beforehand: `Deprecation` (RFC 9745) with the date from which it shouldn\'t be used for anything new, `Sunset` (RFC 8594) with the day on which it ends, and `Link` with `rel="deprecation"` to what to use instead. v1 itself stays for at least two years after a v2 has been announced in the same way.')}</p>`,
  };
}
