import { beforeAll, describe, expect, it } from "vitest";
import { firstSnippet } from "../e2e/guide.ts";
import { sanitised } from "./apps.ts";

let left: Record<string, string>;
beforeAll(async () => {
  left = await sanitised(firstSnippet());
});

describe("the guide's snippet behind a sanitiser", () => {
  it.each(["DOMPurify", "sanitize-html", "rehype-sanitize", "xss"])(
    "keeps its words with their link: %s",
    (name) => {
      const link = /<a href="https:\/\/HOST\/v1\/figures">Russian soldiers convicted[^<]+<\/a>/;
      expect(left[name]).toMatch(link);
      expect(left[name]).not.toMatch(/<script/);
    },
  );
});
