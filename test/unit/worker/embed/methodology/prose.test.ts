import { describe, expect, it } from "vitest";
import { marked, pageLink } from "../../../../../worker/embed/methodology/prose.ts";

describe("prose", () => {
  it("knows strong words, links and code", () => {
    expect(`${marked("**One** [two](/v1/figures?as-of=2025-07-01.1) `three` four")}`).toBe(
      '<strong>One</strong> <a href="/v1/figures?as-of=2025-07-01.1">two</a> <code>three</code> four',
    );
  });

  it("escapes everything else, inside its marks as well", () => {
    expect(`${marked("<b> & [<i>](/x)")}`).toBe('&lt;b&gt; &amp; <a href="/x">&lt;i&gt;</a>');
  });

  it("lets no line begin with a dash", () => {
    expect(`${marked("Пробел — не ноль")}`).toBe("Пробел\u00a0— не ноль");
  });

  it("links to pages alone", () => {
    expect(`${pageLink("https://example.org/?a=1&b=2", "A & B")}`).toBe(
      '<a href="https://example.org/?a=1&amp;b=2">A &amp; B</a>',
    );
    expect(`${pageLink("javascript:alert(1)", "A page")}`).toBe("A page");
  });
});
