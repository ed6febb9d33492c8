import { describe, expect, it } from "vitest";
import { REMEMBERED_ANSWERS, REMEMBERED_CHARACTERS } from "../../worker/config.ts";
import { NO_ADDITIONS } from "../../worker/domain/additions.ts";
import type { Edition } from "../../worker/domain/edition.ts";
import type { Answer } from "../../worker/http/answer.ts";
import { AnswerMemory, RememberedAnswers } from "../../worker/reading/answer-memory.ts";
import { NO_THEMES } from "../../worker/store/themes/published.ts";

const answer = (body: string): Answer => ({
  body,
  etag: '"a"',
  headers: new Headers(),
  unchanged: new Headers(),
});

describe("remembered answers", () => {
  it("are so many at most; the oldest goes first", () => {
    const answers = new RememberedAnswers();
    for (let i = 0; i <= REMEMBERED_ANSWERS; i++) answers.set(`q${i}`, answer("x"));
    expect(answers.get("q0")).toBeUndefined();
    expect(answers.get("q1")).toBeDefined();
    expect(answers.get(`q${REMEMBERED_ANSWERS}`)).toBeDefined();
  });

  it("take so much memory at most, and one that is larger than all of it isn't kept", () => {
    const answers = new RememberedAnswers();
    const third = answer("x".repeat(REMEMBERED_CHARACTERS / 3));
    for (const key of ["a", "b", "c"]) answers.set(key, third);
    expect(["a", "b", "c"].map((key) => answers.get(key) !== undefined)).toEqual([false, true, true]);
    answers.set("d", answer("x".repeat(REMEMBERED_CHARACTERS + 1)));
    expect(answers.get("d")).toBeUndefined();
  });

  it("count an answer once that is set again under the same key", () => {
    const answers = new RememberedAnswers();
    const third = answer("x".repeat(REMEMBERED_CHARACTERS / 3));
    for (let i = 0; i < 10; i++) answers.set("a", third);
    answers.set("b", third);
    expect(answers.get("a")).toBe(third);
  });
});

describe("the memory", () => {
  const edition = { id: "2025-07-01.1" } as Edition;
  const held = { edition, themes: NO_THEMES, additions: NO_ADDITIONS, stale: false, checkedAt: 0 };

  it("keeps its answers while edition, day and state of storage stay, however often the pointer is asked", () => {
    const memory = new AnswerMemory();
    memory.about(held, "2025-07-01").set("q", answer("x"));
    expect(memory.about({ ...held, checkedAt: 30_000 }, "2025-07-01").get("q")).toBeDefined();
  });

  it.each([
    ["another edition", { ...held, edition: { ...edition } }, "2025-07-01"],
    ["another day", held, "2025-07-02"],
    ["another theme", { ...held, themes: { ...NO_THEMES } }, "2025-07-01"],
    ["storage that fails", { ...held, stale: true }, "2025-07-01"],
  ])("forgets them all with %s", (_, next, today) => {
    const memory = new AnswerMemory();
    memory.about(held, "2025-07-01").set("q", answer("x"));
    expect(memory.about(next, today).get("q")).toBeUndefined();
  });

  it("isn't given an answer that was begun before it turned", () => {
    const memory = new AnswerMemory();
    const before = memory.about(held, "2025-07-01");
    const after = memory.about(held, "2025-07-02");
    before.set("q", answer("yesterday's"));
    expect(after.get("q")).toBeUndefined();
  });
});
