import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, mount, origin, part, serve, showsItsContent } from "./page.ts";
import { published } from "./summary.ts";

/** Only the clock stands still; the window goes on sighting elements. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const tag = (attributes = "") =>
  `<desertion-stats src="${origin()}" ${attributes}>848 in April</desertion-stats>`;

const good = () => json(published());

describe("<desertion-stats> whose request hangs", () => {
  it("gives up a request that hangs, and holds up nobody else", async () => {
    const patience = new AbortController();
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(patience.signal);
    const hangs = Promise.withResolvers<void>();
    let isFirst = true;
    const asked = serve((url) => {
      if (!url.searchParams.has("offence") || !isFirst) return good();
      isFirst = false;
      hangs.resolve();
      return new Promise((_, reject) =>
        patience.signal.addEventListener("abort", () => reject(patience.signal.reason)),
      );
    });
    const hanging = mount(tag('offence="awol"'));
    await hangs.promise;
    const other = await loaded(tag());
    expect(part(other, "number")!.textContent).toBe("about 198");
    expect(showsItsContent(hanging)).toBe(true);
    for (const { init } of asked) expect(init.signal).toBe(patience.signal);

    const error = heard("desertion-stats-error");
    patience.abort();
    expect((await error).target).toBe(hanging);
    const load = heard("desertion-stats-load");
    await vi.advanceTimersByTimeAsync(16_000);
    expect((await load).target).toBe(hanging);
  });
});
