import { firefox, webkit } from "playwright";
import { asJson, type Engine, type EngineName } from "./engine.ts";

const TYPES = { firefox, webkit } as const;

/** Playwright's own builds, for machines that aren't Debian. */
export async function startOwn(name: EngineName): Promise<Engine> {
  const browser = await TYPES[name].launch();
  return {
    name: `Playwright's ${name} ${browser.version()}`,
    async tab() {
      const page = await browser.newPage();
      const value = <Value>(json: unknown) => JSON.parse(String(json)) as Value;
      return {
        open: async (url) => void (await page.goto(url)),
        evaluate: async (run) => value(await page.evaluate(asJson(run))),
        async evaluateInFrame(run) {
          const frame = page.mainFrame().childFrames()[0];
          if (!frame) throw new Error("The page has no frame yet.");
          return value(await frame.evaluate(asJson(run)));
        },
      };
    },
    close: () => browser.close(),
  };
}
