import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstSnippet } from "../e2e/guide.ts";
import { usePublisher, useReadersNewsroom } from "../e2e/stage.ts";
import type { Engine, Tab } from "../engines/engine.ts";
import { startOldChromium } from "./chromium.ts";

const newsroom = useReadersNewsroom();
const publisher = usePublisher();

/** The oldest that is supported (widget/oldest-browsers.ts), and one from after it; as npm numbers them. */
const SUPPORTED = ["109.0.6", "112.0.2"];
/** Older ones: before static blocks in classes, and before container queries. */
const OLDER = ["92.0.0", "103.0.0"];

/** Keeps what is thrown into the page, or complained of on its console, from its first script on. */
const KEEPING = `<meta charset="utf-8"><script>
  faults = [];
  for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => faults.push(String(event.message ?? event.reason)));
  for (const name of ["error", "warn"]) console[name] = (...words) => faults.push(words.join(" "));
</script>`;
const script = () => `<script type="module" src="${newsroom.origin}/embed/v1.js"></script>`;
const faults = (tab: Tab) => tab.evaluate(() => (globalThis as unknown as { faults: string[] }).faults);

/** What a reader sees of each counter, blanks aside. */
const counters = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll("desertion-stats")].map(({ shadowRoot }) =>
      ["number", "label", "sentence"]
        .map((part) => shadowRoot?.querySelector(`[part~=${part}]`)?.textContent ?? "")
        .join(" ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ),
  );

/** Of each kind of attribute some, each where a wrong one would show another number or language. */
const ASKED: readonly (readonly [question: string, shape: string])[] = [
  ["lang=en", ""],
  ["lang=uk&offence=awol", ""],
  ["lang=ru&span=total&evidence=published&measure=persons-sentenced", 'layout="strip"'],
  ["lang=uk&article=337", 'layout="number"'],
  ["lang=en&as-of=2100-01-01", 'chart="bars"'],
  ["lang=ru&span=year&weeks=52", 'chart="none"'],
  ["lang=uk", 'layout="inline"'],
];
const attributes = (question: string) =>
  [...new URLSearchParams(question)].map(([name, value]) => `${name}="${value}"`).join(" ");

interface Answer {
  text: { inline: string; number: string; label: string; sentence: string };
}
const answer = async (path: string) => (await (await fetch(newsroom.origin + path)).json()) as Answer;
const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe.each(SUPPORTED)("in Chromium %s", (version) => {
  let engine: Engine;
  let tab: Tab;
  beforeAll(async () => {
    engine = await startOldChromium(version);
    tab = await engine.tab();
  });
  afterAll(() => engine?.close());

  it("is that browser", () => {
    expect(engine.name).toContain(`/${Number.parseInt(version, 10)}.`);
  });

  it.each(ASKED)("a tag that asks %s %s has that number, in that language", async (question, shape) => {
    const { text } = await answer(`/v1/summary?${question}`);
    await tab.open(
      publisher.page(
        `${KEEPING}<desertion-stats ${attributes(question)} ${shape}>Words</desertion-stats>${script()}`,
      ),
    );
    await expect.poll(async () => (await counters(tab))[0]).toContain(plain(text.inline));
    if (!shape.includes("inline")) expect((await counters(tab))[0]).toContain(plain(text.label));
    expect(await faults(tab)).toEqual([]);
  });

  it("a comparison has its bars and its sentence", async () => {
    const question = "lang=uk&period=2023-H1&with=2022,2021&measure=cases-received&article=337";
    const { text } = await answer(`/v1/compare?${question}`);
    await tab.open(
      publisher.page(
        `${KEEPING}<desertion-stats layout="compare" ${attributes(question)}>Words</desertion-stats>${script()}`,
      ),
    );
    await expect.poll(async () => (await counters(tab))[0]).toContain(plain(text.sentence));
    const bars = await tab.evaluate(
      () =>
        document
          .querySelector("desertion-stats")
          ?.shadowRoot?.querySelectorAll("[part~=bars] rect, [part~=bars] path").length,
    );
    expect(bars).toBeGreaterThan(2);
    expect(await faults(tab)).toEqual([]);
  });

  it("the history opens, with a chart and a table", async () => {
    await tab.open(
      publisher.page(
        `${KEEPING}<desertion-stats lang="uk" offence="awol">Words</desertion-stats>${script()}`,
      ),
    );
    await expect.poll(async () => (await counters(tab))[0]).not.toBe("");
    const history = () =>
      tab.evaluate(() => {
        const root = document.querySelector("desertion-stats")?.shadowRoot;
        const dialog = root?.querySelector("dialog");
        if (!dialog) root?.querySelector<HTMLElement>("[part=history]")?.click();
        return {
          open: dialog?.open ?? false,
          chart: (dialog?.querySelector("canvas")?.width ?? 0) > 100,
          rows: (dialog?.querySelectorAll("tr").length ?? 0) > 5,
        };
      });
    await expect.poll(history).toEqual({ open: true, chart: true, rows: true });
    expect(await faults(tab)).toEqual([]);
  });

  it("the frame keeps the number that it asks for", async () => {
    const question = "lang=uk&offence=awol";
    const { text } = await answer(`/v1/summary?${question}`);
    await tab.open(
      publisher.page(
        `<script>addEventListener("message", ({ data }) => data?.type === "desertion-stats:height" && (heard = data))</script><iframe width="600" height="600" src="${newsroom.origin}/embed?${question}" sandbox="allow-scripts"></iframe>`,
      ),
    );
    // Its script has run, and what it drew isn't the server's any more.
    await expect
      .poll(() => tab.evaluate(() => typeof (globalThis as { heard?: { height?: number } }).heard?.height))
      .toBe("number");
    const inside = () =>
      tab
        .evaluateInFrame(() => {
          const root = document.querySelector("desertion-stats")?.shadowRoot;
          const said = (part: string) => root?.querySelector(`[part~=${part}]`)?.textContent ?? "";
          return {
            drawn: Boolean(root?.querySelector(".frame button")),
            label: said("label"),
            number: said("number"),
          };
        })
        .catch(String);
    await expect.poll(inside).toMatchObject({ drawn: true });
    expect(await inside()).toEqual({
      drawn: true,
      label: text.label,
      number: expect.stringContaining(text.number),
    });
  });

  it("the guide's snippet keeps the counter's place before its script comes", async () => {
    const words = firstSnippet().replace(/<script.*?<\/script>/s, "");
    const top = () =>
      tab.evaluate(() => document.querySelector("main > p")?.getBoundingClientRect().top ?? 0);
    const page = (html: string) => publisher.page(`<main style="width: 680px">${html}<p>Text</p></main>`);
    await tab.open(page(words));
    await expect.poll(top).toBeGreaterThan(400);
    const before = await top();
    await tab.open(page(words + script()));
    await expect.poll(async () => (await counters(tab))[0]).toContain("198");
    expect(Math.abs((await top()) - before)).toBeLessThan(24);
  });
});

describe.each(OLDER)("in Chromium %s, which is older than any that is supported", (version) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startOldChromium(version);
  });
  afterAll(() => engine?.close());

  it("the tag's own words stay, and nothing is thrown into the page", async () => {
    const tab = await engine.tab();
    const tags = ASKED.map(
      ([question, shape]) => `<desertion-stats ${attributes(question)} ${shape}>Words</desertion-stats>`,
    );
    const done = `<script type="module">await import("${newsroom.origin}/embed/v1.js"); setTimeout(() => (globalThis.done = true), 5000);</script>`;
    await tab.open(publisher.page(`${KEEPING}${tags.join("")}${done}`));
    await expect.poll(() => tab.evaluate(() => Boolean((globalThis as { done?: boolean }).done))).toBe(true);
    expect(await counters(tab)).toEqual(tags.map(() => ""));
    expect(await faults(tab)).toEqual([]);
  });
});
