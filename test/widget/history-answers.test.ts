import { html, render } from "lit";
import { afterEach, describe, expect, it } from "vitest";
import { showHistory } from "../../widget/history/index.ts";
import type { Loaded } from "../../widget/history/loaded.ts";
import { chart } from "../../widget/stats/chart.ts";
import { count, day, fields, lang, list, long, range, short } from "../../widget/stats/kinds.ts";
import { readJson } from "../../widget/stats/read-json.ts";
import { drawnAs } from "../../widget/stats/sparkline.ts";
import { surprises } from "./page.ts";
import { series } from "./series.ts";
import { records } from "./summary.ts";

type Path = readonly (string | number)[];

const answer = () => series(new URL("https://service.test/v1/series?lang=en"));

/** What the element has loaded, with a service that answers with this body. */
const loadedWith = (body: unknown): Loaded => ({
  html,
  render,
  readJson,
  chart,
  drawnAs,
  kinds: { count, day, fields, lang, list, long, range, short },
  get: async () => Response.json(body),
});

/** The element's shadow root as it is when a reader opens the history: a glance stands in the dialog. */
function glance(): HTMLDialogElement {
  const root = document.body.appendChild(document.createElement("main")).attachShadow({ mode: "open" });
  root.innerHTML = "<dialog><div><p><button>Close</button></p><div><table></table></div></div></dialog>";
  const dialog = root.querySelector("dialog")!;
  dialog.showModal();
  return dialog;
}

/** What the dialog shows of a body: the panel, or the glance that stood there before. */
async function shown(body: unknown): Promise<"panel" | "glance"> {
  const dialog = glance();
  const [, before] = dialog.firstElementChild!.children;
  await showHistory(dialog, "https://service.test/v1/summary", records(), loadedWith(body)).catch(() => {});
  const [, now, ...more] = dialog.firstElementChild!.children;
  expect(more).toEqual([]);
  expect(now!.querySelector("table") ?? now!.querySelector(".history")).not.toBeNull();
  dialog.close();
  return now === before ? "glance" : "panel";
}

/** Each place of a body; of lists their first and last item. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!value || typeof value !== "object") return [path];
  const names = Array.isArray(value) ? [0, value.length - 1] : Object.keys(value);
  return [
    path,
    ...names.flatMap((name) => pathsOf((value as Record<string, unknown>)[name], [...path, name])),
  ];
}

function changed(path: Path, value: unknown): unknown {
  const body = structuredClone(answer()) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, body);
  const last = path.at(-1)!;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return body;
}

afterEach(() => document.body.replaceChildren());

describe("the history of an answer that isn't like today's", () => {
  const paths = pathsOf(answer()).filter(({ length }) => length > 0);

  it.each([[undefined], [null], ["something new"], [7], [[]], [{ some: "thing" }]])(
    "never empties itself, with %j in any place of it",
    async (value) => {
      expect(paths.length).toBeGreaterThan(60);
      for (const path of paths) {
        await shown(changed(path, value));
        document.body.replaceChildren();
        expect(surprises, path.join(".")).toEqual([]);
      }
    },
  );

  it.each<[string, Path, unknown]>([
    ["an unknown qualifier", ["points", 3, "qualifier"], "at_most"],
    ["an unknown status", ["points", 3, "status"], "disputed"],
    ["an unknown key", ["points", 3, "key"], "penal-labour"],
    ["an unknown field of a point", ["points", 3, "confidence"], { low: 1 }],
    ["an unknown field of all", ["weather"], ["fine"]],
    ["a key that is a name of every object", ["points", 3, "key"], "constructor"],
    ["a qualifier that is a name of every object", ["points", 3, "qualifier"], "toString"],
  ])("is drawn as far as it is known: %s", async (_, path, value) => {
    expect(await shown(changed(path, value))).toBe("panel");
  });

  it("takes the words of a qualifier that it doesn't know, where they come along", async () => {
    const body = changed(["points", 3, "qualifier"], "at_most") as ReturnType<typeof answer>;
    Object.assign(body.text, { at_most: "at most {n}" });
    const dialog = glance();
    await showHistory(dialog, "https://service.test/v1/summary", records(), loadedWith(body));
    expect(dialog.textContent).toContain("at most 100");
  });
});
