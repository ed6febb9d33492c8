import { describe, expect, it } from "vitest";
import { awaitDelivery } from "../../../../worker/cli/await-delivery.ts";

/** A desk that says so, one after the other; the last for ever. */
async function tell(delivered: boolean, answers: readonly (boolean | Error)[]) {
  const said: string[] = [];
  let [asked, waited] = [0, 0];
  const desk = {
    isDelivered: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const published = { edition: { id: "2025-07-01.1" }, delivered };
  const pause = async (ms: number) => {
    waited += ms;
  };
  const line = await awaitDelivery(desk, published, "Done.", (text) => said.push(text), pause);
  return { line, said, asked, waited };
}

describe("a publication that is on its way", () => {
  it("isn't waited for where readers have it", async () => {
    expect(await tell(true, [false])).toEqual({ line: "Done.", said: [], asked: 0, waited: 0 });
  });

  it("is waited for until they have it, through answers that fail", async () => {
    const { line, said, asked } = await tell(false, [false, new Error("down"), true]);
    expect([line, asked]).toEqual(["Done.", 3]);
    expect(said).toEqual(["Edition 2025-07-01.1 is published and on its way to readers …"]);
  });

  it("is left to the service's schedule after its next turn, and is no failure", async () => {
    const { line, waited } = await tell(false, [false]);
    expect(line).toContain("Nothing needs doing");
    expect(waited).toBe(360_000);
  });
});
