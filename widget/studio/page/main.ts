import "../no-eval.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { type Host, isOrder, type Order, type Told } from "./order.ts";
import { PREFIX, previewAddress, previewRequest, rehearse } from "./rehearse.ts";

/**
 * A publisher's page, as far as a counter can tell: language, ground, letters, and in it the very snippet that is
 * copied. It is told what to show by the studio around it, and nobody else.
 */

let shown: Order | null = null;
/** Of the question that is asked: each change is another one. */
let turn = 0;
const place = document.querySelector<HTMLElement>("#place")!;

/** Made before the element's script, which lends the browser's own making of policies for a moment. */
const policy = trustedPolicy();

rehearse(
  window,
  location.href,
  () => shown,
  () => moscowDate(Date.now()),
);

addEventListener("message", (event) => {
  if (event.source === parent && event.origin === location.origin && isOrder(event.data)) show(event.data);
  if (event.data?.type === "desertion-stats:height") heighten(event);
});
new ResizeObserver(() => {
  tell({ type: "studio:height", height: Math.ceil(document.body.getBoundingClientRect().height) });
}).observe(document.body);
tell({ type: "studio:ready" });

function tell(told: Told): void {
  parent.postMessage(told, location.origin);
}

function show(order: Order): void {
  const before = shown;
  shown = order;
  dress(order.host, before?.host ?? null);
  const isAnother = before?.snippet !== order.snippet || before.frame?.src !== order.frame?.src;
  if (isAnother || order.state === "waiting") paste(order);
  turn += 1;
  for (const counter of place.querySelectorAll("desertion-stats"))
    counter.setAttribute("src", `${PREFIX}${turn}`);
  for (const frame of place.querySelectorAll("iframe"))
    frame.contentWindow?.postMessage(order, location.origin);
  for (const picture of place.querySelectorAll("img")) draw(picture, order);
  if (order.frame) resize(order);
}

/** What a system is told of an address, and makes its frame by. */
async function resize({ theme, frame }: Order): Promise<void> {
  const asked = turn;
  const url = new URL(frame?.src ?? "", location.href);
  const question = previewAddress(theme.slug, "oembed", new URLSearchParams({ url: String(url) }));
  const answer = await fetch(question, previewRequest(theme.style));
  if (!answer.ok || asked !== turn) return;
  const { width, height } = (await answer.json()) as { width: number; height: number };
  for (const made of place.querySelectorAll("iframe"))
    Object.assign(made, { width: String(width), height: String(height) });
}

/** As a page has the snippet: its markup as it stands, its script run. */
function paste({ snippet, frame, theme, state, host }: Order): void {
  place.innerHTML = policy.html(snippet);
  for (const script of place.querySelectorAll("script")) run(script);
  if (frame) {
    const { src, width, height } = frame;
    const made = document.createElement("iframe");
    Object.assign(made, { width: String(width), height: String(height), frameBorder: "0" });
    made.setAttribute("style", "max-width:100%");
    made.setAttribute("src", src);
    place.append(made);
  }
  for (const one of place.querySelectorAll("iframe")) {
    // What is published is at the address itself; here stands its page with what isn't.
    const address = new URL(one.src, location.href);
    one.removeAttribute("sandbox");
    one.removeAttribute("loading");
    one.name = JSON.stringify({ type: "studio:page", snippet: "", frame: null, theme, state, host });
    one.src = `/studio-frame${address.search}`;
  }
}

/** Scripts that come as markup don't run. The studio's own policy lets none in but this deployment's. */
function run(script: HTMLScriptElement): void {
  const { src } = script;
  const again = document.createElement("script");
  for (const { name, value } of script.attributes) if (name !== "src") again.setAttribute(name, value);
  again.src = policy.script(src);
  script.replaceWith(again);
}

/** A picture is drawn by the service, with the theme as it is edited. */
async function draw(picture: HTMLImageElement, { theme }: Order): Promise<void> {
  const asked = turn;
  const address = addressOf(picture);
  drawn.set(picture, address);
  const { searchParams } = new URL(address, location.href);
  const answer = await fetch(
    previewAddress(theme.slug, "card.png", searchParams),
    previewRequest(theme.style),
  );
  if (asked !== turn) return;
  tell({ type: "studio:picture", isAwaited: answer.status === 429 });
  if (answer.status === 429) setTimeout(drawAgain, secondsIn(answer) * 1000, picture, asked);
  if (!answer.ok) return;
  const bytes = await answer.blob();
  if (picture.src.startsWith("blob:")) URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(bytes);
}

/** Too many pictures a minute: the newest comes as soon as it may, unless another is asked for by then. */
function drawAgain(picture: HTMLImageElement, asked: number): void {
  if (shown && asked === turn) draw(picture, shown);
}

function secondsIn(answer: Response): number {
  return Number(answer.headers.get("Retry-After")) || 10;
}

/** What has been drawn in place of a picture's own address. */
const drawn = new WeakMap<HTMLImageElement, string>();

/**
 * The picture that this screen, and a window as wide as this one, gets. The browser itself is to load none: where the
 * service draws none either, what is published would seem to be the theme that is edited.
 */
function addressOf(picture: HTMLImageElement): string {
  if (picture.dataset.src === undefined) {
    picture.dataset.src = sharpEnough(picture.srcset, devicePixelRatio) ?? picture.src;
    picture.removeAttribute("src");
  }
  picture.removeAttribute("srcset");
  const others = [...(picture.closest("picture")?.querySelectorAll("source") ?? [])];
  for (const other of others) {
    other.dataset.src ??= other.srcset;
    other.removeAttribute("srcset");
  }
  const fitting = others.find(({ media }) => matchMedia(media).matches);
  return fitting?.dataset.src ?? picture.dataset.src;
}

/** Another width may ask for another picture. */
addEventListener("resize", () => {
  for (const picture of place.querySelectorAll("img"))
    if (shown && addressOf(picture) !== drawn.get(picture)) draw(picture, shown);
});

/** Of a `srcset` with densities, growing: the picture that a screen of this sharpness gets; null: there is none. */
function sharpEnough(srcset: string, sharpness: number): string | null {
  const candidates = srcset.split(/,\s+/).map((one) => one.trim().split(/\s+/));
  const chosen = candidates.find(([, density = "1x"]) => Number.parseFloat(density) >= sharpness);
  return (chosen ?? candidates.at(-1))?.[0] || null;
}

/** What the snippet's own lines do on a page: no frame is too high or too low. */
function heighten({ data, source }: MessageEvent): void {
  if (shown?.frame) return;
  for (const frame of place.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
}

function dress(host: Host, before: Host | null): void {
  const { documentElement: page } = document;
  page.lang = host.lang;
  page.dataset.scheme = host.scheme;
  page.style.colorScheme = host.scheme;
  document.body.style.background = host.ground;
  document.body.style.color = host.ink;
  document.body.style.fontFamily = host.letters;
  const { typeface } = host;
  if (typeface && typeface.url !== before?.typeface?.url) load(typeface);
}

/** Fetched by the browser for this page alone, from where the paper keeps it. */
async function load({ family, url }: NonNullable<Host["typeface"]>): Promise<void> {
  try {
    document.fonts.add(await new FontFace(family, `url(${JSON.stringify(url)})`).load());
    tell({ type: "studio:typeface", loaded: true });
  } catch {
    tell({ type: "studio:typeface", loaded: false });
  }
}

interface Policy {
  html(text: string): string;
  script(address: string): string;
}

/** Markup and scripts come from the studio alone; browsers that ask for a policy get one. */
function trustedPolicy(): Policy {
  interface Factory {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string; createScriptURL(address: string): string },
    ): { createHTML(text: string): string; createScriptURL(address: string): string };
  }
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const rules = {
    createHTML: (text: string) => text,
    createScriptURL: (address: string) => {
      if (new URL(address, location.href).origin !== location.origin)
        throw new Error(`Not from here: ${address}`);
      return address;
    },
  };
  const made = trustedTypes?.createPolicy("studio-page", rules) ?? rules;
  return { html: (text) => made.createHTML(text), script: (address) => made.createScriptURL(address) };
}
