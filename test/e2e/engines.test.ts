import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES, type Engine, type Tab } from "../engines/engine.ts";
import { findEngine } from "../engines/find.ts";
import { snippets } from "./guide.ts";
import { usePublisher, useReadersNewsroom } from "./stage.ts";

const publisher = usePublisher();
const newsroom = useReadersNewsroom();

/** Keeps what is thrown into the page, from its first script on. */
const KEEPING =
  '<script>faults = []; for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => faults.push(String(event.message ?? event.reason)));</script>';

const faults = (tab: Tab) => tab.evaluate(() => (globalThis as unknown as { faults: string[] }).faults);
const script = () => `<script type="module" src="${newsroom.origin}/embed/v1.js"></script>`;

/** What each counter of a page shows of its number, and how high it is. */
const counters = () =>
  [...document.querySelectorAll("desertion-stats")].map((counter) => ({
    number: counter.shadowRoot?.querySelector("[part~=number]")?.textContent?.trim() ?? "",
    height: counter.getBoundingClientRect().height,
  }));

describe.each(ENGINES)("in %s", (name) => {
  let engine: Engine;
  let tab: Tab;

  beforeAll(async () => {
    const found = findEngine(name);
    if (!found) throw new Error(`There is no ${name} here; npm test installs one.`);
    engine = await found.start();
    tab = await engine.tab();
  });
  afterAll(() => engine?.close());

  it("the tag shows its number in every layout, and throws nothing into the page", async () => {
    const layouts = ["card", "strip", "number", "inline"];
    const tags = layouts.map((layout) => `<p><desertion-stats layout="${layout}">…</desertion-stats></p>`);
    await tab.open(
      publisher.page(KEEPING + tags.join("").replaceAll(/<p>(?!.*inline)|<\/p>/g, "") + script()),
    );
    await expect
      .poll(async () => (await tab.evaluate(counters)).map(({ number }) => number))
      .toEqual(layouts.map(() => expect.stringContaining("198")));
    for (const { height } of await tab.evaluate(counters)) expect(height).toBeGreaterThan(10);
    expect(await faults(tab)).toEqual([]);
  });

  it.each([320, 680])(
    "the guide's snippet keeps the counter's place until its script comes (%i px)",
    async (width) => {
      const [snippet = ""] = snippets("html");
      const tag = snippet.replace(/<script.*?<\/script>/s, "");
      await tab.open(publisher.page(`<main style="width: ${width}px">${tag}<p>Text</p></main>`));
      const top = () => document.querySelector("main > p")?.getBoundingClientRect().top ?? 0;
      const before = await tab.evaluate(top);
      expect(before).toBeGreaterThan(400);
      await tab.open(publisher.page(`<main style="width: ${width}px">${tag}<p>Text</p></main>${script()}`));
      await expect
        .poll(async () => (await tab.evaluate(counters)).map(({ number }) => number))
        .toEqual([expect.stringContaining("198")]);
      // A line of the words above it, more or less.
      expect(Math.abs((await tab.evaluate(top)) - before)).toBeLessThan(24);
    },
  );

  it.each([320, 680])(
    "a comparison has its words and its bars on one scale, and cuts nothing (%i px)",
    async (width) => {
      const question = "lang=uk&period=2023-H1&with=2022,2021&measure=cases-received&article=337";
      const asked = [...new URLSearchParams(question)].map(([name, value]) => `${name}="${value}"`).join(" ");
      await tab.open(
        publisher.page(
          `${KEEPING}<main style="width: ${width}px"><desertion-stats layout="compare" ${asked}>…</desertion-stats></main>${script()}`,
        ),
      );
      const seen = () =>
        tab.evaluate(() => {
          const card = document.querySelector("desertion-stats")?.shadowRoot?.querySelector("[part~=card]");
          if (!card) return null;
          const { left, right } = card.getBoundingClientRect();
          const cut = [...card.querySelectorAll("p:not([aria-live]), dt, dd, a")].filter((words) => {
            const box = words.getBoundingClientRect();
            return box.left < left - 1 || box.right > right + 1 || words.scrollWidth > words.clientWidth + 1;
          });
          return {
            sentence: card.querySelector("[part~=sentence]")?.textContent,
            bars: [...card.querySelectorAll(".bar")].map((bar) => {
              const drawn = bar.querySelector(".newest, .known")?.getBoundingClientRect();
              return Math.round((100 * (drawn?.width ?? 0)) / bar.clientWidth);
            }),
            high: [...card.querySelectorAll(".bar")].every((bar) => bar.clientHeight > 5),
            cut: cut
              .filter((words) => getComputedStyle(words).display !== "inline")
              .map((words) => words.textContent),
          };
        });
      const answer = await fetch(`${newsroom.origin}/v1/compare?${question}`);
      const { text, period, against } = (await answer.json()) as {
        text: { sentence: string };
        period: { value: number };
        against: { value: number }[];
      };
      const parts = [period, ...against].map(({ value }) => Math.round((100 * value) / period.value));
      const bars = parts.map(() => expect.any(Number) as number);
      await expect.poll(seen).toEqual({ sentence: text.sentence, bars, high: true, cut: [] });
      // Some engines count a bar's edge, a pixel, to its box.
      const drawn = (await seen())?.bars ?? [];
      for (const [at, part] of parts.entries())
        expect(Math.abs((drawn[at] ?? 0) - part)).toBeLessThanOrEqual(1);
      expect(await faults(tab)).toEqual([]);
    },
  );

  it("opens the history, with a chart and a table", async () => {
    await tab.open(publisher.page(`${KEEPING}<desertion-stats></desertion-stats>${script()}`));
    await expect
      .poll(() =>
        tab.evaluate(() => {
          const button = document
            .querySelector("desertion-stats")
            ?.shadowRoot?.querySelector<HTMLElement>("[part~=history]");
          button?.click();
          return Boolean(button);
        }),
      )
      .toBe(true);
    await expect
      .poll(() =>
        tab.evaluate(() => {
          const root = document.querySelector("desertion-stats")?.shadowRoot;
          const dialog = root?.querySelector("dialog");
          return {
            open: dialog?.open ?? false,
            chart: (dialog?.querySelector("canvas")?.width ?? 0) > 0,
            rows: (dialog?.querySelectorAll("tr").length ?? 0) > 5,
          };
        }),
      )
      .toEqual({ open: true, chart: true, rows: true });
    expect(await faults(tab)).toEqual([]);
  });

  it.each(["the guide's sandbox", 'sandbox="allow-scripts"'])(
    "the frame has its styles, its number and its height under %s",
    async (sandbox) => {
      const guide = snippets("html").find((code) => code.includes("<iframe")) ?? "";
      const frame = guide.replaceAll("https://HOST", newsroom.origin).replace(' loading="lazy"', "");
      const hearing = snippets("js").find((code) => code.includes("desertion-stats:height"));
      const own = sandbox.startsWith("sandbox") ? frame.replace(/sandbox="[^"]*"/, sandbox) : frame;
      await tab.open(
        publisher.page(`${own.replace("lang=en", "lang=en&color-scheme=dark")}<script>${hearing}</script>`),
      );
      const inside = () =>
        tab
          .evaluateInFrame(() => ({
            number:
              document
                .querySelector("desertion-stats")
                ?.shadowRoot?.querySelector("[part~=number]")
                ?.textContent?.trim() ?? "",
            ground: getComputedStyle(document.body).backgroundColor,
          }))
          .catch(String);
      await expect.poll(inside).toEqual({ number: "about 198", ground: "rgb(23, 22, 20)" });
      const overflow = () =>
        tab.evaluateInFrame(
          () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
        );
      await expect.poll(overflow).toBe(0);
      expect(await tab.evaluate(() => document.querySelector("iframe")?.clientHeight)).not.toBe(500);
    },
  );

  it("the studio comes up", async () => {
    await tab.open(`${newsroom.origin}/studio`);
    await expect
      .poll(() =>
        tab.evaluate(() => {
          const texts: string[] = [];
          const read = (root: ParentNode) => {
            for (const node of root.querySelectorAll("*")) {
              if (node.shadowRoot) read(node.shadowRoot);
              if (node.localName === "input" || node.localName === "button") texts.push(node.localName);
            }
          };
          read(document);
          return { controls: texts.length > 0, scripts: document.scripts.length > 0 };
        }),
      )
      .toEqual({ controls: true, scripts: true });
  });
});
