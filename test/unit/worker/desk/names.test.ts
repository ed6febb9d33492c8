import { describe, expect, it } from "vitest";
import { foldAll } from "../../../../worker/desk/fold.ts";
import { dump, HEADER, readText } from "./fixtures.ts";

/** Names of nobody, in the forms in which names stand in dumps. */
const NAMES = [
  "Канарейкин",
  "КАНАРЕЙКИН",
  "Kanareykin",
  "KANAREYKIN",
  "Канарейкина Кенара Кеновна",
  "Канарейкин К.К.",
];
const TRACE = /канарейк|kanareyk|кенар/i;

/** Everything that leaves the reading of a file: events, summary, folded cases. */
async function traces(text: string): Promise<string> {
  const { events, summary } = await readText(text);
  const folded = foldAll(events.filter((event) => event.kind === "cases" || event.kind === "higher"));
  return JSON.stringify({ events, summary, folded });
}

describe("a person's name", () => {
  it.each(NAMES)("%s in the columns that hold names leaves no trace of any dump", async (name) => {
    for (const file of ["sudrfscraper.ndjson", "sudrfscraper.csv", "sudrfparser.json"]) {
      const text = dump(file)
        .replaceAll(/Лицо\d/g, name)
        .replaceAll(/[-_]?Судья\d/g, `-${name}`)
        .replaceAll('"text":null', `"text":"Подсудимый ${name}; виновен","sides":[{"sideName":"${name}"}]`)
        .replaceAll('"case_text": "', `"case_text": "${name} `);
      expect(text).toMatch(TRACE);
      expect(await traces(text)).not.toMatch(TRACE);
    }
  });

  it.each(NAMES)("%s leaves no trace where it stands in a wrong column", async (name) => {
    const rows = dump("desk.csv").split("\n").slice(1, 3);
    const wrong = rows.flatMap((row) => {
      const cells = row.split(",");
      return cells.map((_, place) => cells.with(place, name).join(","));
    });
    expect(await traces([HEADER, ...wrong].join("\n"))).not.toMatch(TRACE);

    const card = JSON.parse(dump("sudrfscraper.ndjson").split("\n")[1] ?? "") as Record<string, unknown>;
    const cards = Object.keys(card).flatMap((key) => [
      { ...card, [key]: name },
      { ...card, [key]: [{ [name]: name }] },
      { ...card, [key]: `${card[key]} ${name}` },
      { ...card, [name]: name },
    ]);
    expect(await traces(cards.map((one) => JSON.stringify(one)).join("\n"))).not.toMatch(TRACE);

    const [header = "", record = ""] = dump("sudrfscraper.csv").split("\n");
    const cells = record.split(";");
    const shifted = cells.flatMap((cell, place) => [
      cells.with(place, name),
      cells.with(place, `${cell} ${name}`),
      cells.toSpliced(place, 0, name),
      cells.toSpliced(place, 1),
    ]);
    const records = shifted.map((one, index) => `${index}${one.join(";").replace(/^\d+/, "")}`);
    expect(await traces([header, ...records].join("\n"))).not.toMatch(TRACE);
  });

  it.each(NAMES)("%s leaves no trace in a header, a key or a file that can't be read", async (name) => {
    const parser = dump("sudrfparser.json");
    const files = [
      `${HEADER},${name}\n${name}`,
      HEADER.replace("defendant", name),
      `${name}\n${dump("desk.csv")}`,
      `{"caseNumber": "${name}", "entryDate": "${name}", ${name}`,
      `{"${name}": {"num_cases": 1, "cases": [{"metadata": {"id_text": "${name}"}}], "logs": {"driver_error": "True", "pagination_error": ["${name}"]}}}`,
      parser.replaceAll("http://gvs.cht.sudrf.ru", name),
      parser.slice(0, 700).replaceAll(/Лицо\d/g, name),
      `${dump("sudrfscraper.csv").split("\n")[0]}\n${name};${name}\n${name}`,
      `{"string_count": "${name}", ${name}`,
      name,
    ];
    for (const file of files) expect(await traces(file)).not.toMatch(TRACE);
  });

  it("leaves no trace in the address of a card", async () => {
    const search = "https://gvs--cht.sudrf.ru/modules.php?name=sud_delo&case_id=1&U1_DEFENDANT__NAMESS=";
    for (const name of [...NAMES, encodeURIComponent("Канарейкин")]) {
      const row = `,75GV0001,1-15/2024,1,337.5,2024-02-10,,pending,,,,${search}${name.replaceAll(" ", "+")},,`;
      const text = await traces(`${HEADER}\n${row}`);
      expect(text).not.toMatch(TRACE);
      expect(text).not.toContain("%D0");
    }
  });
});
