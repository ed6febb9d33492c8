import { CARD_URL } from "../../contract/court-case.ts";

/**
 * The address of a card on a court's site, without anything that could hold a name: the parameters of a search
 * (`…NAMESS=`), a fragment, a password. Null for any other address, whose host or path may be a person's.
 */
export function cardUrl(text: string): string | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = url.username = url.password = "";
  if (fits(text)) return text;
  const bare = `${url.origin}${url.pathname}`;
  if (!fits(bare)) return null;
  const kept = [...url.searchParams].filter(([name, value]) => fits(`${bare}?${name}=${value}`));
  return kept.length === 0 ? bare : `${bare}?${kept.map((pair) => pair.join("=")).join("&")}`;
}

const LONGEST = 2_000;

function fits(text: string): boolean {
  return CARD_URL.test(text);
}
