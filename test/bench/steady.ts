/** What must not change with more weeks, more cases or more requests. */
import { execFileSync } from "node:child_process";
import { startNewsroom } from "../e2e/newsroom.ts";
import { desk } from "./command.ts";
import { type Figure, figure } from "./figure.ts";
import { type Kept, keptInKv } from "./kept.ts";
import { inTurn, loaded } from "./rounds.ts";
import { serveEach } from "./workers.ts";

const SAME_LEAST = 0.9;
const SAME_MOST = 1.1;
const FIRST_REQUESTS = 100_000;
const ALL_REQUESTS = 1_000_000;

/** What readers' Workers load after these files were published. */
export async function keptOf(state: string, files: readonly string[]): Promise<Kept> {
  const newsroom = await startNewsroom(state);
  try {
    await desk(newsroom, "publish", ...files, "--override", "Generated data");
  } finally {
    await newsroom.stop();
  }
  return keptInKv(state);
}

/** The summary's speed over one store beside that over another. */
export async function measureSameSpeed(
  worker: string,
  name: string,
  more: Kept,
  less: Kept,
): Promise<Figure> {
  const { urls, stop } = await serveEach(worker, [more, less]);
  try {
    const [first, second] = urls.map((url) => new URL("/v1/summary", url));
    const { rate } = await inTurn(first!, second!);
    return figure(`summary, 200: requests, ${name}`, rate, "×", { least: SAME_LEAST });
  } finally {
    await stop();
  }
}

/** How workerd's memory goes on while a million requests of a few hundred kinds come in. */
export async function measureMemory(worker: string, kept: Kept): Promise<Figure[]> {
  const { urls, stop } = await serveEach(worker, [kept]);
  try {
    const questions = manyQuestions(urls[0]!);
    await loaded(questions, FIRST_REQUESTS);
    const early = workerdBytes();
    await loaded(questions, ALL_REQUESTS - FIRST_REQUESTS);
    const late = workerdBytes();
    const counted = (count: number) => count.toLocaleString("en");
    return [
      figure(`workerd's memory after ${counted(FIRST_REQUESTS)} requests`, early / 1e6, "MB"),
      figure(`workerd's memory after ${counted(ALL_REQUESTS)}, of that`, late / early, "×", {
        most: SAME_MOST,
      }),
    ];
  } finally {
    await stop();
  }
}

/** More questions than a Worker keeps the answers of. */
function manyQuestions(origin: URL): URL[] {
  const months = Array.from({ length: 48 }, (_, month) =>
    [2021 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, "0")].join("-"),
  );
  return ["en", "ru", "uk"].flatMap((lang) => [
    new URL(`/v1/summary?lang=${lang}`, origin),
    ...months.map((from) => new URL(`/v1/series?lang=${lang}&from=${from}`, origin)),
  ]);
}

/** Resident set of the workerd that this process has started. */
function workerdBytes(): number {
  const processes = execFileSync("ps", ["-A", "-o", "ppid=,rss=,comm="], { encoding: "utf8" });
  const ours = processes.split("\n").map((line) => line.trim().split(/\s+/));
  const found = ours.filter(
    ([parent, , name]) => Number(parent) === process.pid && name?.includes("workerd"),
  );
  return found.reduce((total, [, kilobytes]) => total + Number(kilobytes) * 1024, 0);
}
