import type { z } from "zod";

/** What was expected of a value that a schema refuses, in words; the value itself is no part of them. */
export function expectation(issue: z.core.$ZodIssue): string {
  // A schema that says more than its kind of check does is to be heard.
  if (!/^(?:Invalid|Too|Unrecognized)/.test(issue.message))
    return issue.code === "invalid_format" ? `expected ${issue.message}` : issue.message;
  switch (issue.code) {
    case "too_small":
      return `at least ${issue.minimum}${counted(issue)} was expected`;
    case "too_big":
      return `at most ${issue.maximum}${counted(issue)} was expected`;
    case "invalid_type":
      return `${issue.expected === "int" ? "a whole number" : `a ${issue.expected}`} was expected`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")} was expected`;
    case "invalid_format":
      return issue.format === "regex" ? "another form was expected" : `${issue.format} was expected`;
    default:
      return issue.message;
  }
}

function counted({ origin }: { origin: string }): string {
  return origin === "string" ? " characters" : "";
}
