/** Part of `npm run check`: no regular expression of the service or the element can be made slow by its text. */
import { slowRegexes } from "./regexes.ts";
import { readSources } from "./source.ts";

const root = process.cwd();
const slow = await slowRegexes(root, readSources(root, ["worker", "widget"]));
for (const line of slow) console.error(line);
if (slow.length > 0) {
  console.error("Make them linear, or bound what they read and say so in test/architecture/regexes.ts.");
  process.exitCode = 1;
}
