import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { weigh } from "../../../widget/weigh.ts";

const size = (code: string) => gzipSync(code, { level: 9 }).length;

describe("the weight of a script", () => {
  const lit = { code: "export function html(strings, ...values) {\n  return { strings, values };\n}\n" };
  const own = { code: 'console.log("Convictions of deserters");\n' };
  const script = 'function t(t,...n){return{strings:t,values:n}}console.log("Convictions of deserters");';

  it("is all ours where no package is in it", () => {
    const whole = size(script);
    expect(weigh(script, { "/house/widget/stats/card.ts": own })).toEqual({ whole, ours: whole });
  });

  it("is ours without what the packages would weigh alone, minified", () => {
    const modules = { "/house/widget/stats/card.ts": own, "/house/node_modules/lit-html/lit-html.js": lit };
    const { whole, ours } = weigh(script, modules);
    expect(whole).toBe(size(script));
    expect(whole - ours).toBeGreaterThan(20);
    expect(whole - ours).toBeLessThan(size(lit.code));
  });

  it("doesn't count a module of which nothing is left", () => {
    const whole = size(script);
    expect(weigh(script, { "/house/node_modules/lit/index.js": { code: null } })).toEqual({
      whole,
      ours: whole,
    });
  });
});
