import { afterEach, beforeEach } from "vitest";
import type { DesertionStats, DesertionStatsEvents } from "../../widget/stats/index.ts";
import type { CompareBody } from "../../worker/contract/compare.ts";
import type { Summary } from "../../worker/contract/summary.ts";

/** What the service at the other end of the network does with an address. */
type Service = (url: URL) => Response | Promise<Response>;

export interface Asked {
  url: URL;
  init: RequestInit;
}

const network = globalThis.fetch;
let origins = 0;

/** A service of its own for each test: equal questions of two tests never share an answer. */
export function origin(): string {
  origins += 1;
  return `https://service-${origins}.test`;
}

/** Stands in for the network, at its edge: everything from `fetch` on is the element's own. Lists what is asked. */
export function serve(service: Service): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input), location.href);
    asked.push({ url, init });
    return service(url);
  };
  return asked;
}

export function json(body: Summary | CompareBody, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json", ...headers } });
}

/** A page in a document: its markup, and the first element of the kind in it. */
export function mount(markup: string): DesertionStats {
  const page = document.createElement("main");
  page.innerHTML = markup;
  document.body.append(page);
  return page.querySelector("desertion-stats")!;
}

/** The next event of the name that reaches the document, from inside whatever shadow root. */
export function heard<Name extends keyof DesertionStatsEvents>(
  name: Name,
): Promise<DesertionStatsEvents[Name]> {
  return new Promise((resolve) => document.addEventListener(name, resolve, { once: true }));
}

/** Mounts the page and waits until a number is shown. */
export async function loaded(markup: string): Promise<DesertionStats> {
  const load = heard("desertion-stats-load");
  const element = mount(markup);
  await load;
  return element;
}

/** What stands in a part of the element, as the reader sees it; null where the part isn't there. */
export function part(element: DesertionStats, name: string): Element | null {
  return element.shadowRoot!.querySelector(`[part="${name}"]`);
}

/** Whether the reader sees the content of the tag and not an answer. */
export function showsItsContent(element: DesertionStats): boolean {
  return element.shadowRoot!.querySelector("slot") !== null && part(element, "card") === null;
}

/** A turn of the page's own clock: all that was asked for has had its chance. */
export function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
}

/** Exceptions and rejections that reach the page; collected anew for each test. */
export const surprises: unknown[] = [];

const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  surprises.push("reason" in event ? event.reason : event.error);
  event.preventDefault();
};

beforeEach(() => {
  surprises.length = 0;
  document.documentElement.removeAttribute("lang");
  addEventListener("error", note);
  addEventListener("unhandledrejection", note);
});

afterEach(() => {
  removeEventListener("error", note);
  removeEventListener("unhandledrejection", note);
  globalThis.fetch = network;
  document.body.replaceChildren();
  document.documentElement.removeAttribute("style");
  document.body.removeAttribute("style");
});
