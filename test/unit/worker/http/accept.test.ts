import { describe, expect, it } from "vitest";
import { isAcceptable } from "../../../../worker/http/accept.ts";

const JSON_TYPE = "application/json";
const ATOM = "application/atom+xml; charset=utf-8";

describe("isAcceptable(accept, contentType)", () => {
  it.each([null, undefined, "", "*/*"])("welcomes everything where nothing is asked for: %s", (accept) => {
    expect(isAcceptable(accept, JSON_TYPE)).toBe(true);
  });

  it.each([
    ["application/json", JSON_TYPE],
    ["APPLICATION/JSON", JSON_TYPE],
    ["application/*", JSON_TYPE],
    ["text/html, application/xhtml+xml, */*;q=0.8", JSON_TYPE],
    ["*", JSON_TYPE],
    ["text/csv", "text/csv; charset=utf-8; header=present"],
    ["application/atom+xml", ATOM],
    ["application/rss+xml, application/xml;q=0.9", ATOM],
    ["text/xml", ATOM],
  ])("takes %s for %s", (accept, type) => {
    expect(isAcceptable(accept, type)).toBe(true);
  });

  it.each([
    ["text/html", JSON_TYPE],
    ["image/*", JSON_TYPE],
    ["application/jsonp", JSON_TYPE],
    ["text/csv", JSON_TYPE],
    ["application/json", ATOM],
  ])("doesn't take %s for %s", (accept, type) => {
    expect(isAcceptable(accept, type)).toBe(false);
  });

  it("lets the most specific range decide, whatever the order", () => {
    expect(isAcceptable("*/*, application/json;q=0", JSON_TYPE)).toBe(false);
    expect(isAcceptable("application/json; q=0.1, */*; q=0", JSON_TYPE)).toBe(true);
    expect(isAcceptable("application/*;q=0, */*", JSON_TYPE)).toBe(false);
  });

  it("reads a quality that is no number as a refusal", () => {
    expect(isAcceptable("application/json;q=high", JSON_TYPE)).toBe(false);
  });
});
