import type { Browser, CDPSession } from "playwright";
import type { Way } from "./ways.ts";

/** What one reader's first visit cost. */
export interface Visit {
  /** From the start of the navigation until the number was painted (ms). */
  shownMs: number;
  /** Of the page's main thread, all its tasks until it is quiet (ms). */
  busyMs: number;
  /** The longest task; 0 where none takes 50 ms, which is when browsers call it long (ms). */
  longestMs: number;
  /** How many tasks took 50 ms or more. */
  longTasks: number;
  /** Cumulative layout shift. */
  shift: number;
  requests: number;
  /** Over the network, compressed, with headers. */
  bytes: number;
}

/** Lighthouse's and DevTools' "Slow 4G": a delay for each request, and the line's bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: 750e3 / 8,
};
/** A phone of the middle class, by a desk's processor. */
const CPU_SLOWER = 4;
/** After the number, until nothing more is going on. */
const QUIET_MS = 1_000;

/** Before the navigation: a new window has work of its own, which isn't the page's. */
const SETTLED_MS = 1_500;

/** What the page calls once the number is there. */
const TOLD = "tellShown";

interface Watched {
  shownAt: number;
  shift: number;
  tasks: number[];
}

/** Opens a page in a browser that has never been there, on a slow phone. */
export async function visit(
  browser: Browser,
  url: string,
  { isShown }: Pick<Way, "isShown">,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await throttle(session);
    // Not by asking the page again and again, which would be work of its main thread.
    await session.send("Runtime.enable");
    await session.send("Runtime.addBinding", { name: TOLD });
    const told = new Promise((resolve) => session.once("Runtime.bindingCalled", resolve));
    await page.addInitScript(`(${watch})(${isShown}, "${TOLD}")`);
    await page.waitForTimeout(SETTLED_MS);
    await page.goto(url);
    await told;
    await page.waitForTimeout(QUIET_MS);
    const { shownAt, shift, tasks } = await page.evaluate(
      () => (globalThis as unknown as { watched: Watched }).watched,
    );
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    return {
      shownMs: shownAt,
      busyMs: seconds * 1000,
      longestMs: Math.max(0, ...tasks),
      longTasks: tasks.length,
      shift,
      ...traffic,
    };
  } finally {
    await context.close();
  }
}

async function throttle(session: CDPSession): Promise<{ requests: number; bytes: number }> {
  const traffic = { requests: 0, bytes: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.requests += 1;
    traffic.bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER });
  await session.send("Performance.enable");
  return traffic;
}

/** Runs in the page and in its frames, which tell the page. */
function watch(isShown: () => boolean, told: string): void {
  const world = globalThis as unknown as { watched: Watched } & Record<string, (text: string) => void>;
  const watched: Watched = { shownAt: 0, shift: 0, tasks: [] };
  world.watched = watched;
  const began = performance.timeOrigin;
  const look = () => {
    if (!isShown()) return void requestAnimationFrame(look);
    // A task after the frame that has it: then it is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        if (top === self) show(now);
        else top!.postMessage({ shownAt: began + now }, "*");
      };
      port2.postMessage(null);
    });
  };
  const show = (at: number) => {
    watched.shownAt ||= at;
    world[told]!("shown");
  };
  requestAnimationFrame(look);
  if (top !== self) return;
  addEventListener("message", ({ data }) => {
    if (data?.shownAt) show(data.shownAt - began);
  });
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => void list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("longtask", ({ duration }) => watched.tasks.push(duration));
  observe("layout-shift", (entry) => {
    watched.shift += (entry as PerformanceEntry & { value: number }).value;
  });
}
