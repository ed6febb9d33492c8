import type { Browser } from "playwright";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Newsroom, startNewsroom, stateFolder } from "./newsroom.ts";
import { type Publisher, startPublisher } from "./publisher.ts";

/** A newsroom of this file's tests: started before the first, ended after the last, its data with it. */
export function useNewsroom(): Newsroom & { restart(): Promise<void> } {
  const { folder, remove } = stateFolder();
  let running: Newsroom;
  const start = async () => {
    running = await startNewsroom(folder);
  };
  beforeAll(start);
  afterAll(async () => {
    await running?.stop();
    remove();
  });
  return {
    state: folder,
    get origin() {
      return running.origin;
    },
    get port() {
      return running.port;
    },
    log: () => running.log(),
    stop: () => running.stop(),
    kill: () => running.kill(),
    restart: async () => {
      await running.stop();
      await start();
    },
  };
}

/** A browser of this file's tests. */
export function useBrowser(): Pick<Browser, "newContext" | "newPage"> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    newContext: (options) => browser.newContext(options),
    newPage: (options) => browser.newPage(options),
  };
}

/** Another site, for this file's tests. */
export function usePublisher(): Omit<Publisher, "close"> {
  let publisher: Publisher;
  beforeAll(async () => {
    publisher = await startPublisher();
  });
  afterAll(() => publisher?.close());
  return {
    get origin() {
      return publisher.origin;
    },
    get asked() {
      return publisher.asked;
    },
    page: (body, headers) => publisher.page(body, headers),
    folder: (path) => publisher.folder(path),
  };
}
