/** `## [Unreleased]`, as Keep a Changelog has it. */
const HEAD = "## [Unreleased]";

/**
 * The changelog with what was unreleased under a version.
 * @throws Error where nothing is there to release, or the version is there already
 */
export function released(changelog: string, version: string, date: string): string {
  if (changelog.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has ${version} already.`);
  const at = changelog.indexOf(HEAD);
  const rest = changelog.slice(at + HEAD.length);
  const next = rest.indexOf("\n## [");
  const news = next === -1 ? rest : rest.slice(0, next);
  if (at === -1 || !/^- /m.test(news))
    throw new Error(`CHANGELOG.md has nothing under ${HEAD}: there is nothing to release.`);
  return `${changelog.slice(0, at)}${HEAD}\n\n## [${version}] - ${date}${rest}`;
}
