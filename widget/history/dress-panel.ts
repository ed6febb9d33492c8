import styles from "./styles/history.css?inline";

let sheet: CSSStyleSheet | undefined;

/** Dresses the history of one element; once, however often it is opened. */
export function dressPanel(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
