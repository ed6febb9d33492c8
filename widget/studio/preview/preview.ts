import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { LANGS, type Lang } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import { parseColour } from "../colour/parse.ts";
import { choice, line } from "../controls.ts";
import { parseFamilies } from "../draft/families.ts";
import { PRESET_STYLES } from "../draft/presets.ts";
import { words } from "../editor/words/index.ts";
import type { Order, Told } from "../page/order.ts";
import {
  type Embed,
  frameAddress,
  isAskable,
  type Manifest,
  sizeIn,
  WAYS_OUT,
  type WayOut,
} from "../snippet.ts";
import { LANGUAGE_NAMES } from "../words/index.ts";
import { hostOf, keepPage, type OwnPage, restorePage, typefaceUrl } from "./host.ts";
import { shownTheme } from "./shown-theme.ts";
import { STATES, type State } from "./states.ts";

const WIDTHS = { phone: 360, column: 640, full: null } as const;
type Width = keyof typeof WIDTHS;
/** Systems that make a frame of an address take the size that oEmbed names, which no page limits here. */
const ROOM = { width: 2_000, height: 3_000 };
const TOLD: ReadonlySet<PropertyKey> = new Set(["room", "typeface", "isAwaited"]);
const WAYS = WAYS_OUT.map(({ name }) => name);

/**
 * A page of its own, and in it the snippet as it is copied: what a reader's browser makes of it is what is shown. Only
 * the theme comes from here, as the service writes it, and not from what is published. Says `scheme` and `spoken` with
 * what the page around the counter is to be.
 */
export class StudioPreview extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { attribute: false },
    embed: { attribute: false },
    manifest: { attribute: false },
    way: { state: true },
    width: { state: true },
    state: { state: true },
    page: { state: true },
    room: { state: true },
    typeface: { state: true },
    isAwaited: { state: true },
  };

  declare theme: ThemeStyle;
  declare embed: Embed;
  declare manifest: Manifest | null;
  declare way: WayOut["name"];
  declare width: Width;
  declare state: State;
  declare page: OwnPage;
  /** How high the shown page is, in pixels. */
  declare room: number;
  /** Whether the paper's own typeface has come; null: not known. */
  declare typeface: boolean | null;
  /** Whether its picture waits until the service draws another. */
  declare isAwaited: boolean;

  /** The theme as far as the service would take it. */
  #shown: ThemeStyle = PRESET_STYLES.press;
  #isReady = false;

  constructor() {
    super();
    this.way = "evergreen";
    this.width = "full";
    this.state = "now";
    this.page = restorePage(localStorage);
    this.room = 480;
    this.typeface = null;
    this.isAwaited = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("message", this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("message", this.#hear);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("way")) {
      this.#isReady = false;
      this.isAwaited = false;
    }
    this.#shown = shownTheme(this.theme, this.#shown);
  }

  protected override render(): TemplateResult {
    const { page: of, way } = this;
    const width = WIDTHS[this.width];
    const { lang, scheme } = this.embed.page;
    return html`
      <div class="bar">
        ${choice(
          words.way,
          WAYS,
          way,
          (one) => words.ways[one],
          (one) => (this.way = one),
        )}
        ${choice(
          words.width,
          ["phone", "column", "full"],
          this.width,
          (one) => words.widths[one],
          (one) => (this.width = one),
        )}
        ${choice(
          words.pageColours,
          ["light", "dark"],
          scheme,
          (one) => words[one],
          (one) => this.#say("scheme", one),
        )}
      </div>
      <details class="fold page">
        <summary>${words.yourPage}</summary>
        <div class="fields">
          <div class="pair">
            ${choice(
              words.previewLang,
              LANGS,
              lang as Lang,
              (one) => LANGUAGE_NAMES[one],
              (one) => this.#say("spoken", one),
            )}
            ${choice(
              words.state,
              STATES,
              this.state,
              (state) => words.states[state],
              (state) => (this.state = state),
            )}
            ${this.#line(scheme, words.ground, parseColour(of[scheme]) ? null : words.faults.colour)}
            ${this.#line("letters", words.pageLetters, parseFamilies(of.letters) ? null : words.faults.families)}
          </div>
          ${this.#line("typeface", words.typeface, this.#typefaceFault(), this.typeface ? words.typefaceHere : words.typefaceHelp)}
        </div>
      </details>
      <div class="stage" tabindex="0" role="group" aria-label=${words.preview}>
        ${keyed(
          way,
          html`<iframe class="stand" src="/studio-page" title=${words.preview} sandbox="allow-scripts allow-same-origin"
            width=${width ?? "100%"} height=${this.room}></iframe>`,
        )}
      </div>
      <p class="hint" role="status">${this.isAwaited ? words.pictureAwaited : ""}</p>
      <p class="hint">${isAskable(this.embed) ? (this.state === "now" ? "" : words.invented) : words.compareUnseen}</p>
    `;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // What the page has told changes nothing for it: a picture would be asked for again because it has come.
    if ([...changed.keys()].some((key) => !TOLD.has(key))) this.#order();
  }

  #line(field: keyof OwnPage, label: string, wrong: string | null, help?: string): TemplateResult {
    return line(
      label,
      this.page[field],
      (text) => {
        this.page = { ...this.page, [field]: text };
        if (field === "typeface") this.typeface = null;
        keepPage(localStorage, this.page);
      },
      { name: `page-${field}`, wrong, help },
    );
  }

  #typefaceFault(): string | null {
    const { typeface } = this.page;
    if (typeface.trim() === "") return null;
    return typefaceUrl(typeface)
      ? this.typeface === false
        ? words.typefaceMissing
        : null
      : words.typefaceWrong;
  }

  /** Tells the page what to show; it says by itself when it can. */
  #order(): void {
    const page = this.querySelector<HTMLIFrameElement>(".stand")?.contentWindow;
    const { embed, manifest } = this;
    const way = WAYS_OUT.find(({ name }) => name === this.way);
    const text = way?.text(embed, manifest);
    if (!page || !this.#isReady || text === null || text === undefined) return;
    const { lang, scheme } = embed.page;
    const isAddress = this.way === "address";
    const order: Order = {
      type: "studio:page",
      snippet: isAddress ? "" : text,
      frame: isAddress ? { src: frameAddress(embed), ...sizeIn(embed, ROOM) } : null,
      theme: { slug: embed.theme ?? "default", style: this.#shown },
      state: this.state,
      host: hostOf(this.page, scheme, (embed.lang ?? lang) as Lang, this.#shown.font),
    };
    page.postMessage(order, location.origin);
  }

  readonly #hear = ({ data, source, origin }: MessageEvent): void => {
    const page = this.querySelector<HTMLIFrameElement>(".stand")?.contentWindow;
    if (source !== page || origin !== location.origin) return;
    const told = data as Told;
    if (told.type === "studio:height") this.room = told.height;
    if (told.type === "studio:picture") this.isAwaited = told.isAwaited;
    if (told.type === "studio:typeface") this.typeface = told.loaded;
    if (told.type !== "studio:ready") return;
    this.#isReady = true;
    this.#order();
  };

  #say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("studio-preview", StudioPreview);
