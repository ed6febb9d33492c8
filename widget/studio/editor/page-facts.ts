import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CompareBody } from "../../../worker/contract/compare.ts";
import type { Summary } from "../../../worker/contract/summary.ts";
import { attributesOf, type Embed, isAskable, type Manifest } from "../snippet.ts";

/** What snippets name that only the service knows: the script's bytes, the edition of this moment and what it says. */
export class PageFacts implements ReactiveController {
  manifest: Manifest | null = null;
  /** What was asked last, and what came of it. */
  #asked = "";
  #answer: Summary | CompareBody | null = null;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  async hostConnected(): Promise<void> {
    this.manifest ??= await read<Manifest>("/embed/manifest.json");
    this.#host.requestUpdate();
  }

  /** A snippet's making with the number of this moment; without it until that has come. */
  about(embed: Omit<Embed, "number">): Embed {
    const {
      theme: _,
      layout,
      chart: __,
      heading: ___,
      "color-scheme": ____,
      ...filters
    } = attributesOf(embed);
    if (!isAskable(embed)) return { ...embed, number: null };
    const kind = layout === "compare" ? "compare" : "summary";
    const question = `/v1/${kind}?${new URLSearchParams({ ...filters, lang: embed.page.lang })}`;
    if (question !== this.#asked) this.#ask(question);
    if (!this.#answer) return { ...embed, number: null };
    const { edition, text } = this.#answer;
    // Words without a number are of convictions; of anything else the service's own heading says what is counted.
    const fallback =
      embed.measure === null || embed.measure === "convictions" ? embed.fallback : text.heading;
    const link = typeof text.history === "string" ? text.history : text.history.open;
    return { ...embed, fallback, number: { edition: edition.id, sentence: text.sentence, link } };
  }

  async #ask(question: string): Promise<void> {
    this.#asked = question;
    this.#answer = null;
    const answer = await read<Summary | CompareBody>(question);
    if (question !== this.#asked) return;
    this.#answer = answer;
    this.#host.requestUpdate();
  }
}

async function read<Body>(path: string): Promise<Body | null> {
  const response = await fetch(path).catch(() => null);
  return response?.ok ? ((await response.json()) as Body) : null;
}
