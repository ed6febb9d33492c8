/** A sentence with holes (`{}`) beside its translation, whose holes take the same words in the same order. */
export type Template = readonly [english: string, translation: string];

/**
 * What the readers of files say is English, as the command line prints it; here it is said in another language, the
 * English sentence being the key. Holes hold what stands in files: columns, dates, codes.
 * @returns null where no template fits
 */
export function translated(text: string, templates: readonly Template[]): string | null {
  for (const [english, translation] of templates) {
    const found = patternOf(english).exec(text);
    if (!found) continue;
    const [, ...held] = found;
    return translation.replaceAll("{}", () => held.shift() ?? "");
  }
  return null;
}

function patternOf(template: string): RegExp {
  const parts = template.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(.*?)")}$`, "s");
}
