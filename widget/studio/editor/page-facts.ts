import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Summary } from "../../../worker/contract/summary.ts";
import { attributesOf, type Embed, type Manifest } from "../snippet.ts";

/** What snippets name that only the service knows: the script's bytes, the edition of this moment and what it says. */
export class PageFacts implements ReactiveController {
  manifest: Manifest | null = null;
  /** What was asked last, and what came of it. */
  #asked = "";
  #summary: Summary | null = null;
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
      layout: __,
      chart: ___,
      heading: ____,
      "color-scheme": _____,
      ...filters
    } = attributesOf({
      ...embed,
      number: null,
    });
    const question = `/v1/summary?${new URLSearchParams({ ...filters, lang: embed.page.lang })}`;
    if (question !== this.#asked) this.#ask(question);
    const summary = this.#summary;
    if (!summary) return { ...embed, number: null };
    const { edition, text } = summary;
    // Words without a number are of convictions; of anything else the service's own heading says what is counted.
    const fallback =
      embed.measure === null || embed.measure === "convictions" ? embed.fallback : text.heading;
    return { ...embed, fallback, number: { edition: edition.id, sentence: text.sentence } };
  }

  async #ask(question: string): Promise<void> {
    this.#asked = question;
    this.#summary = null;
    const summary = await read<Summary>(question);
    if (question !== this.#asked) return;
    this.#summary = summary;
    this.#host.requestUpdate();
  }
}

async function read<Body>(path: string): Promise<Body | null> {
  const response = await fetch(path).catch(() => null);
  return response?.ok ? ((await response.json()) as Body) : null;
}
