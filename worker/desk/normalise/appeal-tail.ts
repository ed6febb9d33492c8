/** Where an appeal's card says that the case was tried first. */
export interface FirstCourt {
  courtName: string | null;
  caseNumber: string | null;
}

const COURT = "Суд (судебный участок) первой инстанции:";
const NUMBER = "Номер дела в первой инстанции:";

/**
 * Reads the end of an appeal's string of accused: `… УК РФ Суд (судебный участок) первой инстанции:
 * Читинский гарнизонный военный суд Номер дела в первой инстанции: 1-26/2024`. Null on other cards.
 * A judge's name (`Судья (мировой судья) первой инстанции: …`) is left behind.
 */
export function firstCourtOf(names: string): FirstCourt | null {
  const courtName = after(COURT, names)?.split(NUMBER, 1)[0]?.trim() || null;
  const caseNumber = after(NUMBER, names)?.trim() || null;
  return courtName === null && caseNumber === null ? null : { courtName, caseNumber };
}

function after(label: string, text: string): string | null {
  const at = text.indexOf(label);
  return at === -1 ? null : text.slice(at + label.length);
}
