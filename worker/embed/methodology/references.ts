import { html } from "hono/html";
import { RANGE_DASH } from "../../wording/language/formats.ts";
import { type Markup, pageLink } from "./prose.ts";

/** What the estimate of completeness is taken from. Titles stay in their language. */
const REFERENCES = [
  {
    title: "baselinenowcast: Baseline Nowcasting for Right-Truncated Epidemiological Data",
    where: "K. E. Johnson and others, epinowcast",
    url: "https://baselinenowcast.epinowcast.org",
  },
  {
    title: "Distribution-free calculation of the standard error of chain ladder reserve estimates",
    where: `T. Mack, ASTIN Bulletin 23(2), 1993, 213${RANGE_DASH}225`,
    url: "https://doi.org/10.2143/AST.23.2.2005092",
  },
  {
    title: "Balancing Development and Trend in Loss Reserve Analysis",
    where: `S. M. Gluck, Proceedings of the Casualty Actuarial Society 84, 1997, 482${RANGE_DASH}532`,
    url: "https://www.casact.org/abstract/balancing-development-and-trend-loss-reserve-analysis",
  },
] as const;

export function references(title: string): Markup {
  return html`<h3>${title}</h3>
<ul class="bullets references" lang="en">${REFERENCES.map(
    ({ title, where, url }) => html`<li>${pageLink(url, title)}. ${where}.</li>`,
  )}</ul>`;
}
