import "../no-eval.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { isOrder, type Order } from "./order.ts";
import { PREFIX, rehearse } from "./rehearse.ts";

/**
 * The counter's own page (`/embed`) with a theme that isn't published: the same styles, the same element, the same
 * attributes, told by its address.
 */

let order = ordered();
let turn = 0;
rehearse(
  window,
  location.href,
  () => order,
  () => moscowDate(Date.now()),
);

const query = new URLSearchParams(location.search);
const scheme = query.get("color-scheme") ?? "light";
stand();
document.documentElement.lang = query.get("lang") ?? order?.theme.style.lang ?? "en";

const counter = document.createElement("desertion-stats");
for (const [name, value] of query) {
  if (name !== "color-scheme" || value !== "host") counter.setAttribute(name, value);
}
if (!query.has("color-scheme")) counter.setAttribute("color-scheme", "light");
counter.setAttribute("src", `${PREFIX}${turn}`);
document.querySelector("main")?.append(counter);
dress();

addEventListener("message", ({ data, source, origin }) => {
  if (source !== parent || origin !== location.origin || !isOrder(data)) return;
  order = data;
  stand();
  turn += 1;
  counter.setAttribute("src", `${PREFIX}${turn}`);
});

/** The counter's own page has it drawn by the server, whose styles stay. */
async function dress(): Promise<void> {
  const [styles] = await Promise.all([
    fetch("/embed/fragment.css").then((answer) => answer.text()),
    customElements.whenDefined("desertion-stats"),
  ]);
  const root = counter.shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  if (root) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}

/** A transparent theme stands on the ground of the page around the frame, as on the counter's own page. */
function stand(): void {
  document.documentElement.className = order?.theme.style.transparent ? `${scheme} clear` : scheme;
}

/** What the page around it has written on the frame. */
function ordered(): Order | null {
  try {
    const data: unknown = JSON.parse(window.name);
    return isOrder(data) ? data : null;
  } catch {
    return null;
  }
}
