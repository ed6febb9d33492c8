/** What has to be there, or to be checked, before Vitest starts. */
export interface Needs {
  /** Types, lint and format: they are part of a whole run; `npm run check` has them at other times. */
  check: boolean;
  browser: boolean;
  /** The browsers beside Chromium. */
  engines: boolean;
  build: boolean;
}

const PROJECTS = ["unit", "simulation", "worker", "widget", "e2e"] as const;
type Project = (typeof PROJECTS)[number];

const NEEDS: Readonly<Record<Project, Omit<Needs, "check" | "engines">>> = {
  unit: { browser: false, build: false },
  simulation: { browser: false, build: false },
  // Its runtime serves the built pages.
  worker: { browser: false, build: true },
  widget: { browser: true, build: false },
  e2e: { browser: true, build: true },
};

/** What a run with these arguments needs: everything, unless they choose projects or files by names that are clear. */
export function needsOf(vitestArguments: readonly string[]): Needs {
  const projects = chosen(vitestArguments);
  const any = (need: "browser" | "build") => projects.some((project) => NEEDS[project][need]);
  return {
    check: vitestArguments.length === 0,
    browser: any("browser"),
    engines: projects.includes("e2e") && namesEngines(vitestArguments),
    build: any("build"),
  };
}

/** One file asks for the other browsers: whoever names files, and not that one, needn't have them. */
function namesEngines(words: readonly string[]): boolean {
  if (words.some((word) => word.startsWith("--project"))) return true;
  const files = words.filter((word) => /^(?:\.\/)?test\//.test(word));
  return files.length === 0 || files.some((file) => /engines|test\/e2e\/?$/.test(file));
}

/** The projects that can have a test to run: those of `--project`, else those of the files' folders, else all. */
function chosen(words: readonly string[]): readonly Project[] {
  const named = words.flatMap((word, index) => {
    if (word === "--project") return [words[index + 1] ?? ""];
    return word.startsWith("--project=") ? [word.slice("--project=".length)] : [];
  });
  const folders = words.flatMap((word) => /^(?:\.\/)?test\/(\w+)\//.exec(word)?.[1] ?? []);
  const names = named.length > 0 ? named : folders;
  const known = names.filter((name): name is Project => PROJECTS.some((project) => project === name));
  return names.length > 0 && known.length === names.length ? known : PROJECTS;
}
