import { beforeAll, describe, expect, it } from "vitest";
import { LANGS } from "../../worker/contract/terms.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  await room.publishCases([convicted({ decided_on: "2025-07-01" })]);
});

const picture = async (query = "") =>
  new Uint8Array(await (await room.get(`/v1/card.png${query}`)).arrayBuffer());

/** Width and height as the file's first chunk has them. */
function sizeIn(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

describe("the card in pixels", () => {
  it("is a PNG in the size that was asked for", async () => {
    const png = await picture();
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    expect(sizeIn(png)).toBe("1200x630");
    expect(sizeIn(await picture("?size=1080x1350"))).toBe("1080x1350");
  });

  it("is another picture in each language and scheme, and the same one for the same question", async () => {
    const pictures = [];
    for (const query of [...LANGS.map((lang) => `?lang=${lang}`), "?scheme=dark"]) {
      const { headers } = await room.get(`/v1/card.png${query}`);
      pictures.push(headers.get("ETag"));
    }
    expect(new Set(pictures).size).toBe(LANGS.length + 1);
    room.restart();
    expect((await room.get("/v1/card.png?lang=en")).headers.get("ETag")).toBe(pictures[0]);
  });

  it("refuses a size as the drawing does", async () => {
    const refused = async (form: string) => {
      const response = await room.get(`/v1/card.${form}?size=9999x9999`);
      return { status: response.status, ...(await response.json<{ errors: unknown }>()) };
    };
    expect(await refused("png")).toMatchObject({ status: 400 });
    expect((await refused("png")).errors).toEqual((await refused("svg")).errors);
  });
});
