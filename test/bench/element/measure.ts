import { type Browser, chromium } from "playwright";
import { CHROMIUM_FLAGS, findChromium } from "../../chromium.ts";
import { type Figure, figure } from "../figure.ts";
import { openOrigins } from "./origins.ts";
import { type Visit, visit } from "./visit.ts";
import { AHEAD, CHARTJS, ELEMENT, NOTHING, WAYS, type Way } from "./ways.ts";

/** Each way once a round, so that another load on the machine meets all; the median of the rounds counts. */
const ROUNDS = 7;
/** So that a frame's work is on the same main thread, and counted. */
const ONE_PROCESS = ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"];
const MOST_OF_CHARTJS = 0.5;
const MANY = 50;
const FEW = 10;

/** The element beside what would stand in its place, on one page, in one run. @param newsroom a running deployment */
export async function measureElement(newsroom: string): Promise<Figure[]> {
  const executablePath = findChromium()?.path;
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS, ...ONE_PROCESS],
    ...(executablePath && { executablePath }),
  });
  const origins = await openOrigins(newsroom);
  try {
    const ways = [NOTHING, ...WAYS];
    const visits = await inRounds(browser, ways, (way) => origins.page(way));
    const [few, many] = [instances(FEW), instances(MANY)];
    const crowds = await inRounds(browser, [NOTHING, few, many], (way) => origins.page(way));
    return [...compared(visits), ...crowd(crowds, few, many)];
  } finally {
    origins.close();
    await browser.close();
  }
}

type Visits = ReadonlyMap<Way, readonly Visit[]>;

async function inRounds(browser: Browser, ways: readonly Way[], page: (way: Way) => string): Promise<Visits> {
  const visits = new Map(ways.map((way) => [way, [] as Visit[]]));
  // One round warms the browser up and isn't counted.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const way of ways) {
      const one = await visit(browser, page(way), way);
      if (round > 0) visits.get(way)!.push(one);
    }
  return visits;
}

function compared(visits: Visits): Figure[] {
  const middle = (way: Way, of: (one: Visit) => number) => median(visits.get(way)!.map(of));
  /** What the embed adds to the article. */
  const added = (way: Way, of: (one: Visit) => number) => Math.max(0, middle(way, of) - middle(NOTHING, of));
  /** The median of the rounds' own ratios. */
  const ratio = (way: Way, of: (one: Visit) => number) =>
    median(visits.get(way)!.map((one, round) => of(one) / of(visits.get(CHARTJS)![round]!)));
  return WAYS.flatMap((way) => {
    const isOurs = way === ELEMENT || way === AHEAD;
    const of = (name: string) => `${way.name}: ${name}`;
    return [
      figure(of("bytes"), added(way, ({ bytes }) => bytes) / 1e3, "kB"),
      figure(
        of("requests"),
        added(way, ({ requests }) => requests),
        "",
      ),
      figure(
        of("time to the number painted"),
        middle(way, ({ shownMs }) => shownMs),
        "ms",
      ),
      figure(
        of("time to the number, of Chart.js by hand"),
        ratio(way, ({ shownMs }) => shownMs),
        "×",
        isOurs ? { most: MOST_OF_CHARTJS } : undefined,
      ),
      figure(
        of("main-thread time"),
        added(way, ({ busyMs }) => busyMs),
        "ms",
      ),
      figure(
        of("longest task (0: none of 50 ms)"),
        middle(way, ({ longestMs }) => longestMs),
        "ms",
      ),
      figure(
        of("long tasks more than the article's own"),
        added(way, ({ longTasks }) => longTasks),
        "",
        isOurs ? { most: 0 } : undefined,
      ),
      figure(
        of("layout shift"),
        added(way, ({ shift }) => shift),
        "",
      ),
    ];
  });
}

/** So many elements that ask the same, one below the other. */
function instances(count: number): Way {
  return {
    name: `${count} elements`,
    html: (service, own) => {
      const [script = "", ...tag] = ELEMENT.html(service, own).split("\n");
      return script + tag.join("\n").repeat(count);
    },
    // What isn't near the window isn't drawn: the reader goes down the whole page, again and again.
    isShown: () => {
      const { scrollHeight } = document.documentElement;
      scrollTo(0, scrollY + 2 * innerHeight > scrollHeight + 1 ? 0 : scrollY + innerHeight);
      const all = [...document.querySelectorAll("desertion-stats")];
      return (
        document.readyState === "complete" &&
        all.every(({ shadowRoot }) => shadowRoot?.querySelector("[part~=number]")?.textContent)
      );
    },
  };
}

function crowd(visits: Visits, few: Way, many: Way): Figure[] {
  const middle = (way: Way, of: (one: Visit) => number) => median(visits.get(way)!.map(of));
  const perElement = (way: Way, count: number) =>
    (middle(way, ({ busyMs }) => busyMs) - middle(NOTHING, ({ busyMs }) => busyMs)) / count;
  const requests = middle(many, (one) => one.requests) - middle(NOTHING, (one) => one.requests);
  return [
    figure(`${MANY} elements: requests for the script and the answer`, requests, "", { most: 2 }),
    figure(
      `${MANY} elements: main-thread time each, of ${FEW}`,
      perElement(many, MANY) / perElement(few, FEW),
      "×",
      {
        most: 1.1,
      },
    ),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
