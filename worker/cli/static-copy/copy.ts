import type { CompareBody } from "../../contract/compare.ts";
import type { MirrorMark } from "../../contract/mirror.ts";
import type { Summary } from "../../contract/summary.ts";
import { moscowDate } from "../../domain/calendar.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { mirroredFrame, mirrorIndex } from "./pages.ts";
import { DATA, type Scope, variantsOf } from "./plan.ts";

/** Gives an answer's bytes; null where the deployment says that it has none (400, 404). @throws on anything else */
export type Ask = (path: string) => Promise<Buffer | null>;

export interface Copy {
  edition: string;
  /** By the path within the folder. */
  files: Map<string, string | Buffer>;
  /** Questions that this deployment can't answer now: nothing is written for them. */
  unanswered: string[];
}

interface Time {
  from: string;
  made_at: string;
  due_at: string;
}

/**
 * Everything that a mirror holds, in memory, so that a deployment that fails half way leaves the folder as it was.
 * @param script the element for a mirror, as built
 * @throws where an edition was published meanwhile: the copies wouldn't fit each other
 */
export async function copyOf(ask: Ask, scope: Scope, time: Time, script: string): Promise<Copy> {
  const files = new Map<string, string | Buffer>();
  const unanswered: string[] = [];
  const frameScript = String(await needed(ask, "/embed/frame.js"));
  let first: { edition: Summary["edition"]; mark: MirrorMark } | null = null;
  for (const { name, resource, query } of variantsOf(scope)) {
    const body = await ask(`/v1/${resource}?${query}`);
    if (!body && resource === "compare")
      throw new Error(
        `The deployment refuses the comparison "${query}", and says why at ${time.from}/v1/compare?${query}. Nothing was written.`,
      );
    if (!body) {
      unanswered.push(name);
      continue;
    }
    const answer = JSON.parse(String(body)) as Summary | CompareBody;
    const mark = { ...time, overdue: overdueIn(answer) };
    first ??= { edition: answer.edition, mark };
    if (answer.edition.id !== first.edition.id)
      throw new Error(
        `Edition ${answer.edition.id} was published after ${first.edition.id} had been copied in part. Nothing was written; try again.`,
      );
    files.set(`v1/${resource}/${name}.json`, JSON.stringify({ ...answer, mirror: mark }));
    const shown = new URLSearchParams(query);
    if (resource === "compare") shown.set("layout", "compare");
    const fragment = String(await needed(ask, `/embed/fragment.html?${shown}&color-scheme=light`));
    files.set(`embed/${name}.html`, mirroredFrame({ answer, mark }, fragment, frameScript));
    const svg = String(await needed(ask, `/v1/card.svg?${shown}`));
    files.set(`v1/card/${name}.svg`, `${svg.trimEnd()}\n<!-- ${said(answer.edition.id, time)} -->\n`);
    files.set(`v1/card/${name}.png`, await needed(ask, `/v1/card.png?${shown}`));
  }
  if (!first) throw new Error("The deployment answers none of these questions; nothing was written.");
  for (const [path, file] of DATA) {
    const body = await needed(ask, path);
    files.set(file, file.endsWith(".json") ? marked(body, first.mark) : body);
  }
  files.set("embed/v1.js", `/* ${said(first.edition.id, time)} */\n${script}`);
  const list = [...files.keys()];
  const about = { edition: first.edition, ...time, files: list };
  files.set("mirror.json", `${JSON.stringify(about, null, 2)}\n`);
  files.set("index.html", mirrorIndex({ ...first, files: [...list, "mirror.json"] }));
  return { edition: first.edition.id, files, unanswered };
}

async function needed(ask: Ask, path: string): Promise<Buffer> {
  const body = await ask(path);
  if (!body) throw new Error(`The deployment has no answer at ${path}; nothing was written.`);
  return body;
}

function marked(body: Buffer, mirror: MirrorMark): string {
  return JSON.stringify({ ...(JSON.parse(String(body)) as object), mirror });
}

function said(edition: string, { from, made_at, due_at }: Time): string {
  return `A copy of edition ${edition} at ${from}, made ${made_at}; a newer one is due by ${due_at}.`;
}

function overdueIn({ edition, text }: Summary | CompareBody): string {
  const words = LANGUAGES[text.lang];
  return words.status.stale(words.date(moscowDate(Date.parse(edition.published_at))));
}
