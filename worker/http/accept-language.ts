/**
 * The one of our languages that a browser wants most (RFC 9110, 12.5.4); null: none of them, or it doesn't say.
 * A range is met by its first subtag: `uk-UA` by `uk`.
 */
export function preferredLanguage<Lang extends string>(
  acceptLanguage: string | null | undefined,
  offered: readonly Lang[],
): Lang | null {
  const ranges = (acceptLanguage ?? "").split(",").map((text) => {
    const [range = "", ...parameters] = text.trim().toLowerCase().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { language: range.split("-", 1)[0], quality: Number(quality ?? 1) };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const met = offered.find((one) => one === language);
    if (met) return met;
  }
  return null;
}
