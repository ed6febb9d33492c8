import { describe, expect, it } from "vitest";
import { readCaseUid } from "../../../../../worker/desk/normalise/case-uid.ts";
import { isMilitaryName } from "../../../../../worker/desk/normalise/court-directory.ts";
import { cardUrl } from "../../../../../worker/desk/normalise/source-url.ts";
import { COURTS, DIRECTORY } from "../courts.ts";

describe("the directory of military courts", () => {
  it("has 104 garrison, 9 district and fleet courts, one of appeal and one of cassation", () => {
    const kinds = Map.groupBy(COURTS, ({ kind }) => kind);
    expect([...kinds].map(([kind, courts]) => [kind, courts.length])).toEqual([
      ["garrison", 104],
      ["district", 9],
      ["appeal", 1],
      ["cassation", 1],
    ]);
  });

  it("finds every court by its code, name and site, and none by another's", () => {
    for (const court of COURTS) {
      expect(DIRECTORY.byCode(court.code)).toBe(court);
      expect(DIRECTORY.byName(court.name)).toBe(court);
      expect(isMilitaryName(court.name)).toBe(true);
      if (court.host) expect(DIRECTORY.byHost(court.host)).toBe(court);
    }
  });

  it("has the address of a card on every court's site taken as it stands, in both spellings of the site", () => {
    for (const { host } of COURTS) {
      if (!host) continue;
      for (const site of [host, host.replace(/\.(?=[a-z]+\.sudrf\.ru$)/, "--")]) {
        const card = `https://${site}/modules.php?name=sud_delo&srv_num=1&name_op=case&case_id=1&delo_id=1540006`;
        expect(cardUrl(card)).toBe(card);
      }
    }
  });

  it.each([
    ["КАЛИНИНГРАДСКИЙ ГАРНИЗОННЫЙ ВОЕННЫЙ СУД", "39GV0001"],
    ["Официальный сайт Калининградского гарнизонного военного суда", "39GV0001"],
    ["224 гарнизонный военный суд E-Mail: 224gvs.spb@sudrf.ru", "39GV0005"],
    ["224-й гарнизонный военный суд (г. Санкт-Петербург)", "39GV0005"],
    ["235 гарнизонный военный суд", "77GV0005"],
    ["35 гарнизонный военный суд", "25GV0004"],
    ["5 гарнизонный военный суд", "61GV0015"],
    ["Ростовский – на – Дону гарнизонный военный суд", "61GV0001"],
    ["Заозёрский гарнизонный военный суд", "51GV0004"],
    ["2-ой Западный окружной военный суд", "77OV0000"],
    ["Балтийский флотский военный суд", "39OV0000"],
    ["Балтийский гарнизонный военный суд", "39GV0004"],
  ])("finds a court by the heading %s", (name, code) => {
    expect(DIRECTORY.byName(name)?.code).toBe(code);
  });

  it.each([
    "Верхнеуральский районный суд Челябинской области",
    "гарнизонный военный суд",
    "Второй кассационный суд",
    "",
  ])("finds none by %j", (name) => {
    expect(DIRECTORY.byName(name)).toBeNull();
  });

  it.each([
    "gvs.spb.sudrf.ru",
    "gvs--spb.sudrf.ru",
    "http://gvs.spb.sudrf.ru",
    "https://GVS--SPB.sudrf.ru/modules.php?x=1",
    "gvs.spb",
  ])("finds a site in the spelling %s", (host) => {
    expect(DIRECTORY.byHost(host)?.code).toBe("78GV0001");
  });

  it("knows a military court by its heading even if the list hasn't got it", () => {
    expect(isMilitaryName("Московский окружной военный суд")).toBe(true);
    expect(isMilitaryName("Верхнеуральский районный суд")).toBe(false);
  });
});

describe("a УИД", () => {
  it.each([
    ["27GV0008-01-2019-000081-20", "27GV0008-01-2019-000081-20"],
    [" 27gv0008–01–2019–000081–20 ", "27GV0008-01-2019-000081-20"],
    ["27ОV0000-01-2019-000081-20", "27OV0000-01-2019-000081-20"],
    ["27GV0008-01-2019-81-20", null],
    ["1-81/2019", null],
    ["", null],
  ])("is read from %j as %s", (text, uid) => {
    expect(readCaseUid(text)).toBe(uid);
  });
});
