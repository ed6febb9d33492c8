import fc from "fast-check";

/**
 * Names of nobody that an attacker may put anywhere: of 2 to 20 letters, in the alphabets in which names of accused are
 * written, in capitals or not, hyphenated, with initials before or behind. Each has a part of rare letters by which it
 * is found again, whatever became of the rest.
 */
export interface PlantedName {
  text: string;
  /** Finds it, or what is left of it. */
  trace: RegExp;
}

/** Letters that no word of the product's has side by side, so that a find is a find. */
const ALPHABETS = [
  { letters: "жшщъэюфцх", capital: "Ж" },
  { letters: "qxzjvwk", capital: "Q" },
  { letters: "әөүҗңһ", capital: "Ә" },
] as const;

const stem = fc
  .constantFrom(...ALPHABETS)
  .chain(({ letters, capital }) =>
    fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 19 })
      .map((rest) => `${capital}${rest.join("")}`),
  );

/** Between letters it isn't the name but a part of another word, such as `ex` of `expected`. */
function traceOf(names: readonly string[]): RegExp {
  const spelt = names
    .flatMap((name) => [name, encodeURIComponent(name)])
    .map((one) => one.replaceAll(".", "\\."));
  return new RegExp(`(?<![\\p{L}])(?:${spelt.join("|")})(?![\\p{L}])`, "iu");
}

export const plantedName: fc.Arbitrary<PlantedName> = fc
  .tuple(
    stem,
    stem,
    fc.constantFrom("plain", "upper", "lower", "hyphen", "initials", "initials-first", "full", "comma"),
  )
  .map(([one, other, form]) => {
    const initials = `${other[0]}.${one[0]}.`;
    const text = {
      plain: one,
      upper: one.toUpperCase(),
      lower: one.toLowerCase(),
      hyphen: `${one}-${other}`,
      initials: `${one} ${initials}`,
      "initials-first": `${initials} ${one}`,
      full: `${one} ${other} ${one}`,
      comma: `${one}, ${other}`,
    }[form];
    return { text, trace: traceOf([one, initials]) };
  });
