import { readdirSync, readFileSync } from "node:fs";
import { parseYaml } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { "timeout-minutes": number; steps: { uses?: string; run?: string }[] }>;
}

const FOLDER = ".github/workflows";
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const workflows = readdirSync(FOLDER).map((file) => ({
  file,
  ...(parseYaml(readFileSync(`${FOLDER}/${file}`, "utf8")) as Workflow),
}));

describe.each(workflows)("the workflow $file", ({ on, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap(({ steps }) => steps);

  it("may only read the code, and ends by itself", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(Object.values(jobs).filter((job) => !(job["timeout-minutes"] > 0))).toEqual([]);
    expect(Object.keys(on).length).toBeGreaterThan(0);
  });

  it("uses GitHub's own actions, each at a major version", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([]);
  });

  it("runs what there is", () => {
    const lines = steps.flatMap(({ run }) => run ?? []);
    const unknown = lines.filter((line) => {
      const [, script] = /^npm (?:run (?:--silent )?)?([\w:-]+)/.exec(line) ?? [];
      return script === undefined || !(script === "ci" || script in scripts);
    });
    expect(unknown).toEqual([]);
    expect(lines[0]).toBe("npm ci");
  });
});

describe("the workflows", () => {
  it("test every change, deploy a tag, and publish by schedule", () => {
    const on = Object.fromEntries(workflows.map((workflow) => [workflow.file, workflow.on]));
    expect(on).toMatchObject({
      "test.yml": { pull_request: null },
      "deploy.yml": { push: { tags: ["v*"] } },
      "publish.yml": { schedule: [{ cron: expect.any(String) }] },
    });
  });
});
