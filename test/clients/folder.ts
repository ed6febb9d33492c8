import { spawnSync } from "node:child_process";

/** Where the clients are installed, and where the guide's lines are run. */
export const CLIENTS = ".wrangler/clients";

/** A Python that has pandas: the one on the path, or Debian's own. */
export function pythonWithPandas(): string | undefined {
  return ["python3", "/usr/bin/python3"].find(
    (python) => spawnSync(python, ["-c", "import pandas"]).status === 0,
  );
}
