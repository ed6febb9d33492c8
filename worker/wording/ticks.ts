/** Round values from zero to the peak, two to five of them: 0, 100, 200 up to 221. */
export function ticksUpTo(peak: number): number[] {
  const rough = peak / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((digit) => digit * power).find((round) => round >= rough)!);
  return Array.from({ length: Math.floor(peak / step) + 1 }, (_, index) => index * step);
}
