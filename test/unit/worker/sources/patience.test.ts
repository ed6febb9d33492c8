import { expect, it, vi } from "vitest";
import { HOOK_PATIENCE_MS, SOURCE_PATIENCE_MS } from "../../../../worker/config.ts";
import { patienceOf } from "../../../../worker/sources/patience.ts";

it("takes a shorter wait from a variable, and says so where that is none", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(patienceOf({}, "SOURCE_PATIENCE_MS")).toBe(SOURCE_PATIENCE_MS);
  expect(patienceOf({ HOOK_PATIENCE_MS: "1500" }, "HOOK_PATIENCE_MS")).toBe(1_500);
  expect(said).not.toHaveBeenCalled();
  for (const wrong of ["soon", "0", "-1", "NaN", "Infinity", String(HOOK_PATIENCE_MS + 1)]) {
    said.mockClear();
    expect(patienceOf({ HOOK_PATIENCE_MS: wrong }, "HOOK_PATIENCE_MS")).toBe(HOOK_PATIENCE_MS);
    expect(JSON.parse(String(said.mock.calls[0]?.[0]))).toEqual({
      event: "setting-ignored",
      setting: "HOOK_PATIENCE_MS",
    });
  }
  said.mockRestore();
});
