import { inflateSync } from "node:zlib";

/** The words on the pages of a PDF as Chromium writes it, in the order in which they were drawn, blanks as it has them. */
export function pdfText(pdf: Buffer): string {
  const objects = new Map(
    [...pdf.toString("latin1").matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map(([, id = "", body = ""]) => [
      id,
      body,
    ]),
  );
  const letters = new Map<string, Map<string, string>>();
  for (const [id, body] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    // Chromium calls a font by the number of its object.
    if (unicode) letters.set(`F${id}`, unicodeOf(streamOf(objects.get(unicode))));
  }
  let text = "";
  for (const body of objects.values()) {
    let font: Map<string, string> | undefined;
    for (const [, name, codes] of streamOf(body).matchAll(/\/(F\d+) \S+ Tf|<([\dA-F]+)>/gi)) {
      if (name) font = letters.get(name);
      for (const [code] of (font && codes?.matchAll(/.{4}/g)) ?? [])
        text += font?.get(code.toUpperCase()) ?? "";
    }
    text += "\n";
  }
  return text;
}

function streamOf(body = ""): string {
  const [, head = "", data = ""] = /^(.*?)\sstream\r?\n(.*)\nendstream/s.exec(body) ?? [];
  if (!data) return "";
  return head.includes("/FlateDecode") ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
}

/** What `beginbfchar` and `beginbfrange` of a character map say (ISO 32000-1, 9.10.3). */
function unicodeOf(map: string): Map<string, string> {
  const known = new Map<string, string>();
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");
  for (const [, block = ""] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = "", letter = ""] of block.matchAll(/<(\w{4})> <(\w+)>/g))
      known.set(code.toUpperCase(), letterOf(letter));
  for (const [, block = ""] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = "", to = "", letter = ""] of block.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
        known.set(
          hex(code),
          String.fromCharCode(Number.parseInt(letter, 16) + code - Number.parseInt(from, 16)),
        );
  return known;
}

function letterOf(utf16: string): string {
  return String.fromCharCode(...(utf16.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
