import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ThemeStyle } from "../../../worker/contract/theme.ts";
import { isOut, saved } from "../draft/arrived.ts";
import type { Conflict } from "../draft/base.ts";
import type { Drawer } from "../draft/drawer.ts";
import { moved, renamed, settled, wrote } from "../draft/edit.ts";
import { illegible } from "../draft/faults.ts";
import { change, type History, redo, undo } from "../draft/history.ts";
import { forget, keep, restore } from "../draft/kept.ts";
import { goneOn } from "../draft/overtaken.ts";
import { type Stand, standOf } from "../draft/stand.ts";
import {
  begun,
  EMPTY,
  faultsOf,
  isChanged,
  isUnsaved,
  keptOf,
  opened,
  slugFor,
  type Work,
} from "../draft/work.ts";
import { reasonOf } from "../service/refusal.ts";
import { mayEdit, type Session } from "../service/session.ts";
import { deleteTheme, inForce, readPublished, readStanding, type Standing } from "../service/themes.ts";
import { again } from "./again.ts";
import type { Editing } from "./editing.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { type Said, whatIsWrong, whoMayNot } from "./said.ts";
import { publish, type Sent, save, whatIsThere } from "./send.ts";
import { words } from "./words/index.ts";

/** Carries the work on a theme between its editor, the browser's drawer and the service. */
export class ThemeWork implements ReactiveController {
  said: Said | null = null;
  isBusy = false;

  #session: Session | null = null;
  #work: Work = opened(null);
  /** Counts the themes that were opened: an answer that was asked for an earlier one isn't for this one. */
  #visit = 0;
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

  get standing(): Standing | null {
    return this.#work.standing;
  }

  get conflict(): Conflict | null {
    return this.#work.conflict;
  }

  get history(): History<ThemeStyle> {
    return this.#work.history;
  }

  get style(): ThemeStyle {
    return this.#work.history.now;
  }

  get isChanged(): boolean {
    return isChanged(this.#work);
  }

  get stand(): Stand {
    return standOf(this.#work);
  }

  get canDiscard(): boolean {
    return isUnsaved(this.#work) && this.#work.base.style !== null;
  }

  get newSlug(): string {
    return slugFor(this.#work);
  }

  get editing(): Editing {
    const { written, isTried } = this.#work;
    const shown = faultsOf(this.#work).filter(({ reason }) => reason !== "missing" || isTried);
    return {
      style: this.style,
      written: (field) => written.get(field),
      fault: (field) => shown.find((fault) => fault.field === field)?.reason ?? null,
      set: (field, patch) => this.#move(change(this.history, { ...this.style, ...patch }, field)),
      write: (field, text) =>
        this.#put(wrote(this.#work, field, text), this.said?.next === "fault" ? null : this.said),
    };
  }

  /** Opens a theme, or looks at it again for whoever has signed in meanwhile. */
  async open(slug: string | null, session: Session | null): Promise<void> {
    const isAnother = this.#visit === 0 || slug !== this.#work.slug;
    if (!isAnother && session?.label === this.#session?.label) return;
    this.#session = session;
    this.said = null;
    if (isAnother) {
      this.#visit++;
      this.#work = opened(slug);
      this.isBusy = false;
    }
    const visit = this.#visit;
    if (slug !== null) {
      const answer = await (session && mayEdit(session) ? readStanding(slug) : readPublished(slug));
      if (visit !== this.#visit) return;
      this.#work = { ...this.#work, standing: answer.ok ? answer.body : EMPTY };
      if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    }
    if (isAnother || !this.isChanged) {
      const kept = restore(this.#drawer, slug ?? "");
      this.#work = begun(this.#work, kept);
      if (kept) this.said = { kind: "plain", text: words.restored };
    }
    this.#host.requestUpdate();
  }

  rename(slug: string): void {
    this.#put(renamed(this.#work, slug), this.said);
  }

  undo(): void {
    this.#move(undo(this.history));
  }

  redo(): void {
    this.#move(redo(this.history));
  }

  /** Back to what is saved; undo brings back what was here. */
  discard(): void {
    const { style } = this.#work.base;
    if (style)
      this.#put(moved({ ...this.#work, written: new Map() }, change(this.history, style, null)), null);
  }

  /** Ends a conflict. @param theirs the fields that stay as the others have them */
  settle(theirs: Iterable<string>): void {
    this.#put(settled(this.#work, theirs), null);
  }

  /** @returns the field that stands in the way, to go there; null: none does */
  async send(what: "save" | "publish"): Promise<string | null> {
    if (this.isBusy) return null;
    const found = what === "publish" ? illegible(this.style) : [];
    const tried = { ...this.#work, isTried: true, found };
    this.#put(tried, whoMayNot(this.#session) ?? whatIsWrong(faultsOf(tried)));
    if (this.said) return this.#toGoTo();
    this.isBusy = true;
    const visit = this.#visit;
    const [slug, edited] = [slugFor(tried), this.style];
    let sent = await this.#send(what, slug, edited);
    // A theme that was left on its way finds in the drawer what was sent, when it is opened again.
    if (visit !== this.#visit) return null;
    if (sent.kind === "overtaken" && !(what === "publish" && isOut(sent.standing, edited))) {
      const over = goneOn(this.#work, sent.standing, edited);
      if (over) this.#work = over;
      if (over) sent = await this.#send(what, slug, edited);
      if (visit !== this.#visit) return null;
    }
    this.isBusy = false;
    this.#goOn(outcomeOf(this.#work, sent, { what, slug, edited }));
    return this.#toGoTo();
  }

  /** The first field that keeps the theme from being published; null: none does. */
  firstFault(): string | null {
    return [...faultsOf(this.#work), ...illegible(this.style)][0]?.field ?? null;
  }

  /** Publishes an earlier version again; what is edited here stays, over the new one. */
  async publishAgain(version: number): Promise<void> {
    const { slug, standing } = this.#work;
    if (!slug || !standing || this.isBusy) return;
    this.isBusy = true;
    const visit = this.#visit;
    const goOn = await again(slug, version, standing);
    if (visit !== this.#visit) return;
    this.isBusy = false;
    this.#goOn(goOn(this.#work));
  }

  /** @returns whether the theme is gone */
  async remove(): Promise<boolean> {
    const { slug, standing } = this.#work;
    const current = standing && inForce(standing);
    if (!slug || !current) return false;
    const answer = await deleteTheme(slug, current.version);
    const isGone = answer.ok || answer.status === 404;
    if (isGone) forget(this.#drawer, slug);
    else if (!answer.ok) this.said = { kind: "bad", text: reasonOf(answer) };
    this.#host.requestUpdate();
    return isGone;
  }

  #move(history: History<ThemeStyle>): void {
    this.#put(moved(this.#work, history), null);
  }

  #goOn({ work, said }: Outcome): void {
    this.#put(work, said);
  }

  /** Goes on with another state of the work, which is safe over a reload from here on. */
  #put(work: Work, said: Said | null): void {
    const before = this.#work.slug;
    this.#work = work;
    this.said = said;
    const kept = keptOf(work);
    if (before !== work.slug) forget(this.#drawer, before ?? "");
    if (kept) keep(this.#drawer, kept);
    else forget(this.#drawer, work.slug ?? "");
    if (before === null && work.slug !== null) this.#settled(work.slug);
    this.#host.requestUpdate();
  }

  #toGoTo(): string | null {
    return this.said?.next === "fault" ? this.firstFault() : null;
  }

  async #send(what: "save" | "publish", slug: string, edited: ThemeStyle): Promise<Sent> {
    const visit = this.#visit;
    const style = ThemeStyle.parse(edited);
    const { slug: known, base, unanswered: earlier } = this.#work;
    this.#put({ ...this.#work, unanswered: [...earlier, style] }, this.said);
    const isNew = known === null && base.revision === null;
    const inTheWay = isNew ? await whatIsThere(slug, style, earlier) : null;
    const sent =
      inTheWay ??
      (what === "save"
        ? await save(slug, style, base)
        : await publish(slug, style, base, (draft) => {
            if (visit === this.#visit) this.#put(saved(this.#work, slug, draft, style), this.said);
          }));
    const isAnswered = sent.kind !== "overtaken" && !(sent.kind === "refused" && sent.isLost);
    if (isAnswered && visit === this.#visit) this.#work = { ...this.#work, unanswered: [] };
    return sent;
  }
}
