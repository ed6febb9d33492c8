import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { PublishedTheme, ThemeDraft } from "../../../worker/contract/theme-answers.ts";
import { failingPairs } from "../../../worker/domain/theme/contrast.ts";
import { type Base, baseOf, type Conflict, conflictOf, NOTHING } from "../draft/base.ts";
import { differences } from "../draft/changed.ts";
import { type Fault, faultsIn } from "../draft/faults.ts";
import { begin, change, type History, redo, undo } from "../draft/history.ts";
import { type Drawer, forget, keep, restore } from "../draft/kept.ts";
import { withFields } from "../draft/merge.ts";
import { PRESET_STYLES } from "../draft/presets.ts";
import { slugOf } from "../draft/slug.ts";
import { isSame } from "../draft/values.ts";
import { reasonOf } from "../service/refusal.ts";
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
import type { Editing } from "./editing.ts";
import { namesOf } from "./field-names.ts";
import { publish, refusal, type Sent, save } from "./send.ts";

/** Where a theme without any published or saved look begins. */
const FRESH: ThemeStyle = { ...PRESET_STYLES.press, name: "" };
const EMPTY: Standing = { draft: null, versions: [] };

/** What has just happened, or stands in the way, and where to go from there. */
export interface Said {
  kind: "good" | "bad" | "plain";
  text: string;
  next?: "sign-in" | "fault" | "snippets";
}

/** The work on one theme: what is edited, what it is made over, and what the service says to it. */
export class ThemeWork implements ReactiveController {
  /** null: not loaded yet. */
  standing: Standing | null = null;
  history: History<ThemeStyle> = begin(FRESH);
  said: Said | null = null;
  conflict: Conflict | null = null;
  isBusy = false;

  #session: Session | null = null;
  /** null: a new theme, which has no address yet; undefined: nothing is open. */
  #slug: string | null | undefined;
  #typedSlug: string | null = null;
  #base: Base = NOTHING;
  /** Fields as they are being written, where that isn't how they are kept. */
  #written: ReadonlyMap<string, string> = new Map();
  /** What the service, or a try to publish, found wrong; each until its field changes. */
  #found: readonly Fault[] = [];
  /** Whether it was to be saved already, so that what is missing may be said. */
  #isTried = false;
  /** What was sent and never answered. */
  #unanswered: readonly ThemeStyle[] = [];
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
    return !isSame(this.style, this.#base.style ?? FRESH);
  }

  get canDiscard(): boolean {
    return this.isChanged && this.#base.style !== null;
  }

  get newSlug(): string {
    return this.#typedSlug ?? slugOf(this.style.name);
  }

  /** All that keeps the theme from being saved, whether it may be said already or not. */
  get #faults(): Fault[] {
    return [
      ...faultsIn(this.style, this.#written, this.#slug === null ? this.newSlug : null),
      ...this.#found,
    ];
  }

  get editing(): Editing {
    const shown = this.#faults.filter(({ reason }) => reason !== "missing" || this.#isTried);
    return {
      style: this.style,
      written: (field) => this.#written.get(field),
      fault: (field) => shown.find((fault) => fault.field === field)?.reason ?? null,
      set: (field, patch) => this.#move(change(this.history, { ...this.style, ...patch }, field)),
      write: (field, text) => this.#write(field, text),
    };
  }

  /** Opens a theme, or looks at it again for whoever has signed in meanwhile. */
  async open(slug: string | null, session: Session | null): Promise<void> {
    const isAnother = slug !== this.#slug;
    if (!isAnother && session?.label === this.#session?.label) return;
    this.#session = session;
    this.#slug = slug;
    this.said = null;
    if (isAnother) this.#reset();
    if (slug !== null) {
      const answer = await (session && mayEdit(session) ? readStanding(slug) : readPublished(slug));
      if (slug !== this.#slug) return;
      this.standing = answer.ok ? answer.body : EMPTY;
      if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    }
    if (isAnother || !this.isChanged) this.#begin(slug);
    this.#host.requestUpdate();
  }

  rename(slug: string): void {
    this.#typedSlug = slug;
    this.#found = this.#found.filter(({ field }) => field !== "slug");
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

  /** @returns the field that stands in the way, to go there; null: none does */
  async send(what: "save" | "publish"): Promise<string | null> {
    if (this.isBusy) return null;
    const slug = this.#slug ?? this.newSlug;
    this.#isTried = true;
    this.#found = [];
    this.said = this.#whoMayNot();
    if (!this.said) this.#lookOver(what);
    this.#host.requestUpdate();
    if (this.said) return this.#toGoTo();
    this.isBusy = true;
    const edited = this.style;
    let sent = await this.#send(what, slug, edited);
    if (sent.kind === "overtaken" && this.#goesOn(sent.standing, what, edited))
      sent = await this.#send(what, slug, edited);
    this.isBusy = false;
    await this.#take(sent, slug, edited, what);
    this.#host.requestUpdate();
    return this.#toGoTo();
  }

  /** The first field that keeps the theme from being published; null: none does. */
  firstFault(): string | null {
    return [...this.#faults, ...illegible(this.style)][0]?.field ?? null;
  }

  /** Ends a conflict. @param theirs the fields that stay as the others have them */
  settle(theirs: Iterable<string>): void {
    const { conflict } = this;
    if (!conflict) return;
    this.#base = conflict.base;
    this.conflict = null;
    const style = conflict.theirs ? withFields(conflict.style, conflict.theirs, theirs) : this.style;
    this.#move(change(this.history, style, null));
  }

  /** Publishes an earlier version again; what is edited here stays, over the new one. */
  async publishAgain(version: number): Promise<void> {
    const { standing } = this;
    if (!this.#slug || !standing || this.isBusy) return;
    const style = standing.versions.find((one) => one.version === version)?.style;
    this.isBusy = true;
    const answer = await publishAgain(this.#slug, version, inForce(standing)?.version ?? null);
    this.isBusy = false;
    if (answer.ok) await this.#publishedAgain(answer.body.version);
    else if (style) {
      const sent = await refusal(answer, this.#slug, style);
      const there = sent.kind === "overtaken" ? inForce(sent.standing) : null;
      // An answer that was lost on its way: it is out already.
      if (there?.style && isSame(there.style, style)) await this.#publishedAgain(there.version);
      else {
        if (sent.kind === "overtaken") this.standing = sent.standing;
        this.said = {
          kind: "bad",
          text: sent.kind === "refused" ? sent.text : words.conflict(there?.by || null),
        };
      }
    }
    this.#host.requestUpdate();
  }

  /** @returns whether the theme is gone */
  async remove(): Promise<boolean> {
    const current = this.standing && inForce(this.standing);
    if (!this.#slug || !current) return false;
    const answer = await deleteTheme(this.#slug, current.version);
    const isGone = answer.ok || answer.status === 404;
    if (isGone) forget(this.#drawer, this.#slug);
    else if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    this.#host.requestUpdate();
    return isGone;
  }

  #reset(): void {
    this.standing = this.#slug === null ? EMPTY : null;
    this.conflict = null;
    this.#written = new Map();
    this.#found = [];
    this.#typedSlug = null;
    this.#isTried = false;
    this.#unanswered = [];
  }

  /** Begins with what is saved, or where there are any with the unsaved changes of this browser. */
  #begin(slug: string | null): void {
    const kept = restore(this.#drawer, slug ?? "");
    const base = baseOf(this.standing ?? EMPTY);
    const isOverSame = kept !== null && kept.revision === base.revision && kept.version === base.version;
    this.#base = kept ? { ...kept, style: isOverSame ? base.style : kept.base } : base;
    this.#unanswered = kept?.sent ?? [];
    this.history = begin(kept?.style ?? base.style ?? { ...FRESH, name: slug ?? "" });
    if (kept) this.said = { kind: "plain", text: words.restored };
  }

  #move(history: History<ThemeStyle>): void {
    // What was written and can't be read waits in its field, until the field gets another value.
    const others = new Set(differences(this.style, history.now).map(({ field }) => field));
    this.#found = this.#found.filter(({ field }) => !others.has(field));
    if (history.field !== null) others.delete(history.field);
    this.#written = new Map([...this.#written].filter(([field]) => !others.has(field)));
    this.history = history;
    this.said = null;
    this.#keep();
    this.#host.requestUpdate();
  }

  #write(field: string, text: string | undefined): void {
    const written = new Map(this.#written);
    if (text === undefined) written.delete(field);
    else written.set(field, text);
    this.#written = written;
    if (this.said?.next === "fault") this.said = null;
    this.#host.requestUpdate();
  }

  #keep(): void {
    const slug = this.#slug ?? "";
    const { style: base, revision, version } = this.#base;
    const sent = this.#unanswered;
    if (this.isChanged || sent.length > 0)
      keep(this.#drawer, { slug, style: this.style, base, revision, version, sent });
    else forget(this.#drawer, slug);
  }

  #whoMayNot(): Said | null {
    if (!this.#session) return { kind: "bad", text: words.signInToSave, next: "sign-in" };
    return mayEdit(this.#session) ? null : { kind: "bad", text: words.roleCant };
  }

  /** Marks each field that can't be saved or published as it is, and says which. */
  #lookOver(what: "save" | "publish"): void {
    if (what === "publish") this.#found = illegible(this.style);
    const fields = this.#faults.map(({ field }) => field);
    if (fields.length > 0) this.said = { kind: "bad", text: words.fixFields(namesOf(fields)), next: "fault" };
  }

  #toGoTo(): string | null {
    return this.said?.next === "fault" ? this.firstFault() : null;
  }

  async #send(what: "save" | "publish", slug: string, edited: ThemeStyle): Promise<Sent> {
    const style = ThemeStyle.parse(edited);
    const earlier = this.#unanswered;
    this.#unanswered = [...earlier, style];
    this.#keep();
    const sent = await this.#sent(what, slug, style, earlier);
    if (sent.kind !== "overtaken" && !(sent.kind === "refused" && sent.isLost)) this.#unanswered = [];
    return sent;
  }

  async #sent(
    what: "save" | "publish",
    slug: string,
    style: ThemeStyle,
    earlier: readonly ThemeStyle[],
  ): Promise<Sent> {
    if (this.#slug === null && this.#base.revision === null) {
      // A new theme must not be mistaken for one that has this address already.
      const there = await readStanding(slug);
      if (!there.ok) return refusal(there, slug, style);
      const { draft, versions } = there.body;
      const standing = draft?.style ?? versions[0]?.style;
      if (standing && earlier.some((one) => isSame(one, standing)))
        return { kind: "overtaken", standing: there.body };
      if (draft !== null || versions.length > 0)
        return {
          kind: "refused",
          text: words.slugTaken(slug),
          faults: [{ field: "slug", reason: "taken" }],
          isLost: false,
        };
    }
    if (what === "save") return save(slug, style, this.#base);
    return publish(slug, style, this.#base, (draft) => this.#saved(slug, draft, style));
  }

  /**
   * What is there differs from what this was made over. Where it is this very work, or nothing of it touches what was
   * changed here, the work goes on over it.
   * @returns whether the same can be sent again
   */
  #goesOn(standing: Standing, what: "save" | "publish", edited: ThemeStyle): boolean {
    const conflict = conflictOf(standing, this.#base, edited, this.#unanswered);
    const isOut = what === "publish" && !standing.draft;
    if (!conflict.theirs || conflict.collisions.length > 0 || conflict.taken.length > 0) return false;
    if (isOut && isSame(conflict.theirs, ThemeStyle.parse(edited))) return false;
    this.#base = conflict.base;
    return true;
  }

  async #take(sent: Sent, slug: string, edited: ThemeStyle, what: "save" | "publish"): Promise<void> {
    if (sent.kind === "refused") {
      this.#found = sent.faults;
      const isMarked = sent.faults.length > 0;
      this.said = { kind: "bad", text: sent.text, ...(isMarked && { next: "fault" as const }) };
      this.#keep();
    } else if (sent.kind === "overtaken") this.#overtaken(sent.standing, slug, edited, what);
    else if (sent.kind === "published") await this.#published(slug, sent.theme, edited);
    else {
      this.#saved(slug, sent.draft, edited);
      this.said = { kind: "good", text: this.isChanged ? words.savedBefore : words.saved };
    }
  }

  #overtaken(standing: Standing, slug: string, edited: ThemeStyle, what: "save" | "publish"): void {
    const conflict = conflictOf(standing, this.#base, this.style, this.#unanswered);
    this.standing = standing;
    const published = inForce(standing);
    const out = what === "publish" && !standing.draft ? published?.style : null;
    if (published && out && isSame(out, ThemeStyle.parse(edited))) {
      this.#isOut(slug, published.version, out, edited);
    } else if (!conflict.theirs || conflict.collisions.length > 0) this.conflict = conflict;
    else {
      this.#base = conflict.base;
      this.#move(change(this.history, conflict.style, null));
      const by = [...new Set(conflict.taken.map((field) => conflict.authors.get(field) ?? ""))].join(", ");
      this.said = { kind: "plain", text: words.merged(by || null, namesOf(conflict.taken)) };
    }
  }

  /** What was typed while it was on its way stays, over what has been saved. */
  #saved(slug: string, draft: ThemeDraft, edited: ThemeStyle): void {
    forget(this.#drawer, this.#slug ?? "");
    this.standing = { versions: this.standing?.versions ?? [], draft };
    this.#base = baseOf(this.standing);
    this.#settle(slug, draft.style, edited);
  }

  async #published(slug: string, theme: PublishedTheme, edited: ThemeStyle): Promise<void> {
    const answer = await readStanding(slug);
    if (answer.ok) this.standing = answer.body;
    this.#isOut(slug, theme.version, theme.style, edited);
  }

  #isOut(slug: string, version: number, style: ThemeStyle, edited: ThemeStyle): void {
    forget(this.#drawer, this.#slug ?? "");
    this.#unanswered = [];
    this.#base = { style, revision: null, version };
    this.#settle(slug, style, edited);
    const text = words.published(version);
    this.said = { kind: "good", text: this.isChanged ? `${text} ${words.unsaved}` : text, next: "snippets" };
  }

  /** Takes over how the service has written what was sent, unless it has been written on. */
  #settle(slug: string, style: ThemeStyle, edited: ThemeStyle): void {
    if (isSame(this.style, edited)) this.history = { ...this.history, now: style, field: null };
    const isNew = this.#slug === null;
    this.#slug = slug;
    this.#keep();
    if (isNew) this.#settled(slug);
  }

  async #publishedAgain(version: number): Promise<void> {
    const isChanged = this.isChanged;
    const answer = await readStanding(this.#slug ?? "");
    if (answer.ok) this.standing = answer.body;
    const draft = this.standing?.draft ?? null;
    const published = this.standing && inForce(this.standing);
    const { style } = this.#base;
    // A draft, or what isn't saved yet, goes on over the version that its editor has just seen go out.
    this.#base = {
      style: draft ? style : (published?.style ?? style),
      revision: draft?.revision ?? null,
      version,
    };
    if (!isChanged && !draft && published?.style) this.history = change(this.history, published.style, null);
    this.#keep();
    const kept = isChanged || draft ? ` ${words.editsStay}` : "";
    this.said = { kind: "good", text: words.published(version) + kept };
  }
}

/** Colours that readers couldn't tell from what they stand on. */
function illegible(style: ThemeStyle): Fault[] {
  return failingPairs(style).map(({ scheme, foreground }) => ({
    field: `${scheme}.${foreground}`,
    reason: "contrast",
  }));
}
