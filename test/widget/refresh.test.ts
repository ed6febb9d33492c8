import { afterEach, describe, expect, it, vi } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, origin, part, serve } from "./page.ts";
import { published } from "./summary.ts";

describe("<desertion-stats refresh>", () => {
  afterEach(() => vi.useRealTimers());

  /** Only the clock stands still; the window goes on sighting elements. */
  function stopTheClock(): void {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  }

  it("asks again when the answer is out of date, and shows the new one", async () => {
    stopTheClock();
    const answers = [published(), published("en", { headline: { value: 205 } })];
    const asked = serve(() => json(answers.shift()!, { "cache-control": "public, max-age=300" }));
    const element = await loaded(`<desertion-stats src="${origin()}" refresh="auto"></desertion-stats>`);
    await vi.advanceTimersByTimeAsync(299_000);
    expect(asked.length).toBe(1);

    const again = heard("desertion-stats-load");
    await vi.advanceTimersByTimeAsync(2_000);
    await again;
    expect(asked.length).toBe(2);
    expect(part(element, "number")!.textContent).toBe("about 205");
  });

  it("keeps the last number when a refresh fails, and tries again", async () => {
    stopTheClock();
    const answers = [
      () => json(published()),
      () => new Response("", { status: 503 }),
      () => json(published()),
    ];
    const asked = serve(() => answers.shift()!());
    const element = await loaded(`<desertion-stats src="${origin()}" refresh="auto"></desertion-stats>`);
    const failed = heard("desertion-stats-error");
    await vi.advanceTimersByTimeAsync(61_000);
    await failed;
    expect(part(element, "number")!.textContent).toBe("about 198");

    const again = heard("desertion-stats-load");
    await vi.advanceTimersByTimeAsync(61_000);
    await again;
    expect(asked.length).toBe(3);
  });

  it("doesn't ask again unless it is asked to, nor after it was removed", async () => {
    stopTheClock();
    const asked = serve(() => json(published()));
    await loaded(`<desertion-stats src="${origin()}"></desertion-stats>`);
    const removed = await loaded(`<desertion-stats src="${origin()}" refresh="auto"></desertion-stats>`);
    removed.remove();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBe(2);
  });

  it("waits while nobody sees the page, and asks when it is seen again", async () => {
    stopTheClock();
    const asked = serve(() => json(published()));
    await loaded(`<desertion-stats src="${origin()}" refresh="auto"></desertion-stats>`);
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBe(1);

    hidden.mockRestore();
    const again = heard("desertion-stats-load");
    document.dispatchEvent(new Event("visibilitychange"));
    await again;
    expect(asked.length).toBe(2);
  });
});
