import type { html, render, TemplateResult } from "lit";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Kinds } from "./understood.ts";

type Drawing = "line" | "steps" | "bars";

/** What the element has loaded already: the history's scripts bring none of it. */
export interface Loaded {
  html: typeof html;
  render: typeof render;
  /** Asks as the element does: without cookies or the page's address, and not for ever. */
  get(url: string): Promise<Response>;
  /** Reads no more than so many bytes. */
  readJson(response: Response, most: number): Promise<unknown>;
  kinds: Kinds;
  /** The element's own drawing of a summary's series. */
  chart(summary: Summary, drawing: Drawing, alt: string): TemplateResult;
  drawnAs(summary: Summary): Drawing;
}
