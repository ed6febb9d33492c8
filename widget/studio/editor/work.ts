import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ThemeSlug, ThemeStyle } from "../../../worker/contract/theme.ts";
import type { ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import { failingPairs } from "../../../worker/domain/theme/contrast.ts";
import { type Base, baseOf, type Conflict, NOTHING } from "../draft/base.ts";
import { differences } from "../draft/changed.ts";
import { begin, change, type History, redo, undo } from "../draft/history.ts";
import { type Drawer, forget, keep, restore } from "../draft/kept.ts";
import { PRESET_STYLES } from "../draft/presets.ts";
import { slugOf } from "../draft/slug.ts";
import { mayEdit, type Session } from "../service/session.ts";
import {
  deleteTheme,
  inForce,
  publishAgain,
  readPublished,
  readStanding,
  type Standing,
} from "../service/themes.ts";
import { words } from "../words/index.ts";
import type { Editing } from "./fields.ts";
import { publish, reasonOf, type Sent, save } from "./send.ts";

/** Where a theme without any published or saved look begins. */
const FRESH: ThemeStyle = { ...PRESET_STYLES.press, name: "" };
const EMPTY: Standing = { draft: null, versions: [] };

/** What has just happened, or stands in the way, and where to go from there. */
export interface Said {
  kind: "good" | "bad" | "plain";
  text: string;
  next?: "sign-in" | "contrast" | "snippets";
}

/** The work on one theme: what is edited, what it is made over, and what the service says to it. */
export class ThemeWork implements ReactiveController {
  /** null: not loaded yet. */
  standing: Standing | null = null;
  history: History<ThemeStyle> = begin(FRESH);
  /** What was typed and can't be read, by field. */
  typed: ReadonlyMap<string, string> = new Map();
  said: Said | null = null;
  conflict: Conflict | null = null;
  isBusy = false;
  /** Whether it was to be saved already. */
  isTried = false;

  #session: Session | null = null;
  /** null: a new theme, which has no address yet; undefined: nothing is open. */
  #slug: string | null | undefined;
  #typedSlug: string | null = null;
  #base: Base = NOTHING;
  readonly #host: ReactiveControllerHost;
  readonly #drawer: Drawer;
  readonly #settled: (slug: string) => void;

  /** @param settled told of the address that a new theme has got */
  constructor(host: ReactiveControllerHost, drawer: Drawer, settled: (slug: string) => void) {
    this.#host = host;
    this.#drawer = drawer;
    this.#settled = settled;
    host.addController(this);
  }

  hostConnected(): void {}

  get style(): ThemeStyle {
    return this.history.now;
  }

  get isChanged(): boolean {
    return JSON.stringify(this.style) !== JSON.stringify(this.#base.style ?? FRESH);
  }

  get canDiscard(): boolean {
    return this.isChanged && this.#base.style !== null;
  }

  get newSlug(): string {
    return this.#typedSlug ?? slugOf(this.style.name);
  }

  get editing(): Editing {
    return {
      style: this.style,
      typed: this.typed,
      set: (field, patch) => this.#move(change(this.history, { ...this.style, ...patch }, field)),
      type: (field, text) => {
        const typed = new Map(this.typed);
        if (text === undefined) typed.delete(field);
        else typed.set(field, text);
        this.typed = typed;
        this.#host.requestUpdate();
      },
    };
  }

  /** Opens a theme, or looks at it again for whoever has signed in meanwhile. */
  async open(slug: string | null, session: Session | null): Promise<void> {
    const isAnother = slug !== this.#slug;
    if (!isAnother && session?.label === this.#session?.label) return;
    this.#session = session;
    this.#slug = slug;
    if (isAnother) this.#reset();
    if (slug !== null) {
      const answer = await (session && mayEdit(session) ? readStanding(slug) : readPublished(slug));
      if (slug !== this.#slug) return;
      this.standing = answer.ok ? answer.body : EMPTY;
      if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    }
    if (isAnother || !this.isChanged) this.#begin(slug);
    else this.said = null;
    this.#host.requestUpdate();
  }

  rename(slug: string): void {
    this.#typedSlug = slug;
    this.#host.requestUpdate();
  }

  undo(): void {
    this.#move(undo(this.history));
  }

  redo(): void {
    this.#move(redo(this.history));
  }

  /** Back to what is saved; undo brings back what was here. */
  discard(): void {
    if (this.#base.style) this.#move(change(this.history, this.#base.style, null));
  }

  async send(what: "save" | "publish"): Promise<void> {
    const slug = this.#slug ?? this.newSlug;
    this.isTried = true;
    this.said = this.#whyNot(what);
    this.#host.requestUpdate();
    if (this.said) return;
    this.isBusy = true;
    const sent = await this.#sent(what, slug, ThemeStyle.parse(this.style));
    this.isBusy = false;
    await this.#take(sent, slug);
    this.#host.requestUpdate();
  }

  takeTheirs(): void {
    const { theirs = null, base = NOTHING } = this.conflict ?? {};
    this.#base = base;
    this.conflict = null;
    if (theirs) this.#move(change(this.history, theirs, null));
  }

  keepMine(): void {
    this.#base = this.conflict?.base ?? NOTHING;
    this.conflict = null;
    this.#move(this.history);
  }

  async publishAgain(version: number): Promise<void> {
    if (!this.#slug || !this.standing) return;
    const answer = await publishAgain(this.#slug, version, inForce(this.standing)?.version ?? null);
    if (answer.ok) await this.#published(this.#slug, answer.body.version, answer.body.style);
    else this.said = { kind: "bad", text: reasonOf(answer) };
    this.#host.requestUpdate();
  }

  /** @returns whether the theme is gone */
  async remove(): Promise<boolean> {
    const current = this.standing && inForce(this.standing);
    if (!this.#slug || !current) return false;
    const answer = await deleteTheme(this.#slug, current.version);
    if (answer.ok) forget(this.#drawer, this.#slug);
    else this.said = { kind: "bad", text: reasonOf(answer) };
    this.#host.requestUpdate();
    return answer.ok;
  }

  #reset(): void {
    this.standing = this.#slug === null ? EMPTY : null;
    this.conflict = null;
    this.said = null;
    this.typed = new Map();
    this.#typedSlug = null;
    this.isTried = false;
  }

  /** Begins with what is saved, or where there are any with the unsaved changes of this browser. */
  #begin(slug: string | null): void {
    const kept = restore(this.#drawer, slug ?? "");
    const base = baseOf(this.standing ?? EMPTY);
    this.#base = kept ? { ...base, revision: kept.revision, version: kept.version } : base;
    this.history = begin(kept?.style ?? base.style ?? { ...FRESH, name: slug ?? "" });
    if (kept) this.said = { kind: "plain", text: words.restored };
  }

  #move(history: History<ThemeStyle>): void {
    // What was typed and can't be read waits in its field, until the field gets another value.
    const others = new Set(differences(this.style, history.now).map(({ field }) => field));
    if (history.field !== null) others.delete(history.field);
    this.typed = new Map([...this.typed].filter(([field]) => !others.has(field)));
    this.history = history;
    this.said = null;
    const { revision, version } = this.#base;
    const slug = this.#slug ?? "";
    if (this.isChanged) keep(this.#drawer, { slug, style: this.style, revision, version });
    else forget(this.#drawer, slug);
    this.#host.requestUpdate();
  }

  #whyNot(what: "save" | "publish"): Said | null {
    const bad = (text: string): Said => ({ kind: "bad", text });
    if (!this.#session) return { ...bad(words.signInToSave), next: "sign-in" };
    if (!mayEdit(this.#session)) return bad(words.roleCant);
    if (this.typed.size > 0) return bad(words.fixFields);
    if (!ThemeStyle.safeParse(this.style).success) return bad(words.nameMissing);
    if (!ThemeSlug.safeParse(this.#slug ?? this.newSlug).success) return bad(words.slugWrong);
    const failing = what === "publish" ? failingPairs(this.style).length : 0;
    return failing > 0 ? { ...bad(words.fixFirst(failing)), next: "contrast" } : null;
  }

  async #sent(what: "save" | "publish", slug: string, style: ThemeStyle): Promise<Sent> {
    if (this.#slug === null) {
      // A new theme must not be mistaken for one that has this address already.
      const there = await readStanding(slug);
      if (!there.ok) return { kind: "refused", text: reasonOf(there) };
      const isTaken = there.body.draft !== null || there.body.versions.length > 0;
      if (isTaken) return { kind: "refused", text: words.slugTaken(slug) };
    }
    if (what === "save") return save(slug, style, this.#base);
    return publish(slug, style, this.#base, (draft) => this.#saved(slug, draft));
  }

  async #take(sent: Sent, slug: string): Promise<void> {
    if (sent.kind === "refused") this.said = { kind: "bad", text: sent.text };
    else if (sent.kind === "conflict") this.conflict = sent.conflict;
    else if (sent.kind === "published") await this.#published(slug, sent.version, sent.style);
    else {
      this.#saved(slug, sent.draft);
      this.said = { kind: "good", text: words.saved };
    }
  }

  #saved(slug: string, draft: ThemeDraft): void {
    forget(this.#drawer, this.#slug ?? "");
    this.standing = { versions: this.standing?.versions ?? [], draft };
    this.#base = baseOf(this.standing);
    this.history = { ...this.history, now: draft.style, field: null };
    if (this.#slug !== null) return;
    this.#slug = slug;
    this.#settled(slug);
  }

  async #published(slug: string, version: number, style: ThemeStyle): Promise<void> {
    forget(this.#drawer, slug);
    this.#base = { style, revision: null, version };
    this.history = { ...this.history, now: style, field: null };
    const answer = await readStanding(slug);
    if (answer.ok) this.standing = answer.body;
    this.said = { kind: "good", text: words.published(version), next: "snippets" };
  }
}
