import { beforeAll, describe, expect, it } from "vitest";
import type { SeriesBody } from "../../worker/contract/series.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

const ORIGIN = "https://stats.example";

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  room.clock.at = "2025-07-02T09:00:00Z";
  await room.publishCases([convicted({ decided_on: "2025-07-01" })]);
  room.restart();
});

const plain = (html: string) =>
  html.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
const page = async (query = "") => plain(await (await room.get(`/history${query}`)).text());
const cells = (html: string) => [...html.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text);
const links = (html: string) => [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link!);

describe("the history as a page", () => {
  it.each([
    "?evidence=published&granularity=month&lang=uk",
    "?evidence=published&offence=awol&lang=ru",
    "?evidence=published&offence=awol&granularity=month",
  ])("tells every value of the series, the newest first: %s", async (query) => {
    const { points, text } = await room.json<SeriesBody>(`/v1/series${query}`);
    const html = await page(query);
    const number = new Intl.NumberFormat(text.lang === "en" ? "en-GB" : text.lang);
    const said = points.toReversed().map(({ value, qualifier }) => {
      if (value === null) return text.history.unknown;
      const numeral = number.format(value);
      return qualifier === "exact" ? numeral : text[qualifier].replace("{n}", numeral);
    });
    expect(cells(html).filter((_, index) => index % 2 === 0)).toEqual(said);
    expect(said.length).toBeGreaterThan(2);
    for (const words of [text.heading, text.label, text.source]) expect(html).toContain(words);
    expect(html).toContain(`<html lang="${text.lang}"`);
  });

  it("has its picture, its CSV, its edition and the same for good one click away, and all are there", async () => {
    const html = await page("?offence=awol&lang=uk&granularity=month&evidence=published");
    const { edition } = await room.json<SeriesBody>("/v1/series");
    for (const address of [
      `/v1/series.csv?offence=awol&evidence=published&lang=uk&granularity=month&as-of=${edition.id}`,
      "/v1/card.png?offence=awol&evidence=published&lang=uk",
      `/v1/editions/${edition.id}`,
      `/history?offence=awol&evidence=published&lang=uk&granularity=month&as-of=${edition.id}`,
    ]) {
      expect(links(html)).toContain(address);
    }
    const own = links(html).filter((link) => /^\/(v1|history\b(?!\.))/.test(link));
    for (const link of new Set(own)) expect((await room.get(link)).status, link).toBe(200);
  });

  it("stays what it was, as of an edition", async () => {
    const before = cells(await page("?as-of=2025-07-01.1&evidence=published&granularity=month"));
    expect(before.length).toBeGreaterThan(0);
    expect(cells(await page("?evidence=published&granularity=month"))).toEqual(before);
    expect(await page("?as-of=2020-01-01&lang=uk")).toContain("перший випуск даних — 2025-07-01.1");
  });

  it("has one address, whatever trackers are behind it, and holds no script", async () => {
    const html = await page("?utm_source=a&granularity=week&offence=awol&fbclid=b");
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/history?offence=awol">`);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect((await room.get("/history?offense=awol")).status).toBe(400);
  });

  it("is where a rendered counter leads without scripts, to what the headline counts", async () => {
    const fragment = plain(await (await room.get("/embed/fragment.html?lang=uk")).text());
    const address = /<a part="history" href="https:\/\/stats\.example(\/history\?[^"]+)"/.exec(fragment)?.[1];
    const { type } = await room.json<{ type: { offence?: string } }>("/v1/summary?lang=uk");
    expect(address).toContain(`offence=${type.offence}`);
    expect((await room.get(address!)).status).toBe(200);
  });
});
