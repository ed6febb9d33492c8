/** The demo page: language and colours from the address, the snippet to copy. Nothing is stored. */
import { spaceMarkup } from "../stats/space.ts";

const LANGUAGES = ["en", "ru", "uk"];
const root = document.documentElement;
const address = new URL(location.href);

const lang = address.searchParams.get("lang") ?? "";
root.lang = LANGUAGES.includes(lang) ? lang : "en";
const edition = document.querySelector<HTMLElement>(`.edition[lang="${root.lang}"]`);
document.title = [edition?.querySelector(".name"), edition?.querySelector("h1")]
  .map((part) => part?.textContent)
  .join(": ");

show(address.searchParams.get("scheme") === "dark");

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action=scheme]")) {
  button.addEventListener("click", () => show(root.dataset.scheme !== "dark"));
}

/** The fallback of the reader's own language, so that the pasted page reads well before the script has run. */
const fallback = edition?.querySelector(".side desertion-stats")?.textContent?.trim().split("\n")[0] ?? "";
const snippet = `<script type="module" src="${address.origin}/embed/v1.js"></script>
<desertion-stats>
  <a href="${address.origin}/embed?lang=${root.lang}">${fallback}</a>
  ${spaceMarkup(null, null)}
</desertion-stats>`;

for (const code of document.querySelectorAll("[data-snippet]")) code.textContent = snippet;
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action=copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(snippet);
    button.textContent = button.dataset.done ?? "";
  });
}

/** Switches the page, and keeps the choice in its address and its language links. */
function show(dark: boolean): void {
  root.dataset.scheme = dark ? "dark" : "light";
  if (dark) address.searchParams.set("scheme", "dark");
  else address.searchParams.delete("scheme");
  history.replaceState(null, "", address);
  for (const button of document.querySelectorAll("[data-action=scheme]")) {
    button.setAttribute("aria-pressed", String(dark));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    const target = new URL(link.href);
    if (dark) target.searchParams.set("scheme", "dark");
    else target.searchParams.delete("scheme");
    link.href = target.href;
  }
}
