import { z } from "zod";
import { AsOfLangQuery } from "../contract/query.ts";
import { editionFacts } from "../domain/methodology/edition-facts.ts";
import { methodologyPage } from "../embed/methodology/page.ts";
import { reading } from "../reading/reading.ts";

/** The page holds no script, no form and nothing from elsewhere, and stands in no other page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const methodology = reading({
  path: "/methodology",
  summary: "How the numbers are made, for readers",
  description:
    "A page for people: what is counted and what isn't, how late the records are, and how to cite. What it says about the data is taken from the edition.",
  // Links to a page gather parameters on their way that aren't the page's.
  query: z.object(AsOfLangQuery.shape),
  example: "lang=uk",
  contentType: "text/html; charset=utf-8",
  response: "An HTML page",
  headers: {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
  },
  forPeople: true,
  followsCurrent: true,
  namesHost: true,
  answer: ({ lang, "as-of": asOf = null }, { edition, current, stale, origin }) =>
    methodologyPage({
      lang,
      facts: editionFacts(edition),
      now: current && current.edition.id !== edition.id ? current.edition.id : null,
      asOf,
      sample: edition.sample,
      stale,
      origin,
    }),
});
