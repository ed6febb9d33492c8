/** Parameters of a court's site whose values are words; all others that a card needs are numbers. */
const WORD_PARAMETERS = ["name", "name_op", "op", "case_type", "delo_table"];
/** Numbers, dates and identifiers such as `17c0891c-ada8-43c9-9811-efcbaf78050b`. */
const NUMBER = /^[\d.:-]*$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^\d{2}[A-Z]{2}\d{4}-[\d-]+$/i;

/**
 * The address of a card, as written, without anything that could hold a name: the parameters of a search
 * (`…NAMESS=`), a fragment, a password. Null for anything but an address on the web.
 */
export function cardUrl(text: string): string | null {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (/%[89a-f]/i.test(url.pathname)) return null;
  const all = [...url.searchParams];
  const kept = all.filter(
    ([name, value]) =>
      /^\w+$/.test(name) && (NUMBER.test(value) || (WORD_PARAMETERS.includes(name) && /^\w+$/.test(value))),
  );
  if (kept.length === all.length && !url.hash && !url.username && !url.password) return text;
  url.hash = url.username = url.password = "";
  url.search = new URLSearchParams(kept).toString();
  return url.href;
}
