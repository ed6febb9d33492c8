/** A test file and how long it took: what it imports, its hooks and its tests (ms). */
export interface FileTime {
  file: string;
  ms: number;
}

/** The longest first, at most `count`; files of which nothing ran took no time and are left out. */
export function slowest(times: readonly FileTime[], count: number): FileTime[] {
  return times
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, count);
}

/** `  12.3 s  test/e2e/desk.test.ts`, a line a file. */
export function timeLines(times: readonly FileTime[]): string[] {
  const seconds = times.map(({ ms }) => (ms / 1_000).toFixed(1));
  const width = Math.max(0, ...seconds.map((text) => text.length));
  return times.map(({ file }, index) => `  ${seconds[index]!.padStart(width)} s  ${file}`);
}
