import { STYLES } from "./styles.ts";

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements of a page; made when the first is, as a server that only imports the class has none. */
export function styles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
}
