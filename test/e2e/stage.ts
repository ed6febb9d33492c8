import { cpSync } from "node:fs";
import type { Browser } from "playwright";
import { afterAll, beforeAll, inject } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { type Newsroom, type Start, startNewsroom, stateFolder } from "./newsroom.ts";
import { type Publisher, startPublisher } from "./publisher.ts";

/** The newsroom of all files whose tests only read: nobody publishes there. */
export function useReadersNewsroom(): Pick<Newsroom, "origin"> {
  return {
    get origin() {
      return inject("readers");
    },
  };
}

/** A newsroom of this file's tests: started before the first, ended after the last, its data with it. */
export function useNewsroom(...args: string[]): Newsroom {
  const { folder, remove } = preparedState();
  return useStarted(folder, remove, { args: ["--again", ...args] });
}

/** A newsroom of this file's tests that is started as in a fresh clone: it builds, migrates, publishes the ledger. */
export function useFirstStart(project: string): Newsroom & { restart(): Promise<void> } {
  const { folder, remove } = stateFolder();
  return useStarted(folder, remove, { project });
}

/** A folder with all that a newsroom keeps after its first start. */
export function preparedState(): ReturnType<typeof stateFolder> {
  const state = stateFolder();
  cpSync(inject("prepared"), state.folder, { recursive: true });
  return state;
}

function useStarted(state: string, remove: () => void, how: Start): Newsroom & { restart(): Promise<void> } {
  let running: Newsroom;
  const start = async () => {
    running = await startNewsroom(state, how);
  };
  beforeAll(start);
  afterAll(async () => {
    await running?.stop();
    remove();
  });
  return {
    state,
    get origin() {
      return running.origin;
    },
    get port() {
      return running.port;
    },
    get pid() {
      return running.pid;
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

/** The browser of all files of this process; what a file has opened in it is closed after its last test. */
export function useBrowser(): Pick<Browser, "newContext" | "newPage"> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterAll(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
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
