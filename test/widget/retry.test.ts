import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../widget/stats/index.ts";
import { heard, json, loaded, mount, origin, part, serve, showsItsContent, surprises } from "./page.ts";
import { published } from "./summary.ts";

/** Only the clock stands still; the window goes on sighting elements. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const tag = (attributes = "") =>
  `<desertion-stats src="${origin()}" ${attributes}>848 in April</desertion-stats>`;

/** A service that answers so, one after the other, and the last one for ever. */
function answering(...answers: (() => Response)[]) {
  let next = 0;
  return serve(() => answers[Math.min(next++, answers.length - 1)]!());
}

/** The first answer has failed. */
async function failed(markup = tag()) {
  const error = heard("desertion-stats-error");
  const element = mount(markup);
  await error;
  return element;
}

const unavailable = (headers = {}) => new Response("", { status: 503, headers });
const offline = () => {
  throw new TypeError("Failed to fetch");
};
const good = () => json(published());

describe("<desertion-stats> whose number didn't come", () => {
  it.each([
    ["503", unavailable],
    ["429", () => new Response("", { status: 429 })],
    ["no line", offline as () => Response],
    ["half an answer", () => new Response('{"text":', { status: 502 })],
  ])("asks again by itself: %s", async (_, bad) => {
    const asked = answering(bad, bad, good);
    const element = await failed();
    expect(showsItsContent(element)).toBe(true);
    const load = heard("desertion-stats-load");
    await vi.advanceTimersByTimeAsync(60_000);
    await load;
    expect(asked.length).toBe(3);
    expect(part(element, "number")!.textContent).toBe("about 198");
    expect(surprises).toEqual([]);
  });

  it("never asks sooner than the service wants, whatever comes back", async () => {
    const asked = answering(() => unavailable({ "retry-after": "120" }), good);
    await failed();
    dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(119_000);
    dispatchEvent(new Event("online"));
    expect(asked.length).toBe(1);
    const load = heard("desertion-stats-load");
    await vi.advanceTimersByTimeAsync(2_000);
    await load;
    expect(asked.length).toBe(2);
  });

  it("asks a bounded number of times, then waits for the reader or the line", async () => {
    const asked = answering(unavailable);
    await failed();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(asked.length).toBe(6);
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.length).toBe(7);
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(1);
    // Too soon after the one before.
    expect(asked.length).toBe(7);
  });

  it("doesn't ask again what was refused, nor after it was removed", async () => {
    const asked = answering(() => new Response('{"status":400}', { status: 400 }));
    await failed();
    await vi.advanceTimersByTimeAsync(86_400_000);
    dispatchEvent(new Event("online"));
    expect(asked.length).toBe(1);

    const others = answering(unavailable);
    (await failed()).remove();
    await vi.advanceTimersByTimeAsync(86_400_000);
    dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(others.length).toBe(1);
  });

  it("waits while nobody sees the page", async () => {
    const asked = answering(unavailable, good);
    await failed();
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBe(1);
    hidden.mockRestore();
    const load = heard("desertion-stats-load");
    document.dispatchEvent(new Event("visibilitychange"));
    await load;
    expect(asked.length).toBe(2);
  });

  it("is kept up to date where the clock is set back by a year", async () => {
    const asked = answering(good);
    await loaded(tag('refresh="auto"'));
    vi.setSystemTime(Date.now() - 365 * 86_400_000);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(asked.length).toBe(2);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(asked.length).toBe(3);
  });
});
