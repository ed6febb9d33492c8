import { execFileSync } from "node:child_process";

/** Resident memory of all workerds below a process, in bytes. */
export function workerdBytes(root: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,comm="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  const below = new Set([root]);
  // A process stands behind its parent in the list, but for numbers that came round again.
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of rows)
      if (below.has(Number(parent)) && !below.has(Number(pid))) {
        below.add(Number(pid));
        grew = true;
      }
  }
  return rows
    .filter(([pid, , , name]) => below.has(Number(pid)) && name?.includes("workerd"))
    .reduce((sum, [, , kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

/** Watches it until the end. @returns what ends the watch, and gives how it went on from the second third to the last */
export function watchMemory(root: number, everyMs = 2_000): () => { bytes: number; growth: number } {
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(workerdBytes(root)), everyMs);
  return () => {
    clearInterval(timer);
    seen.push(workerdBytes(root));
    const third = Math.ceil(seen.length / 3);
    const mean = (part: number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
    const late = mean(seen.slice(-third));
    return { bytes: late, growth: late / mean(seen.slice(third - 1, 2 * third)) };
  };
}
