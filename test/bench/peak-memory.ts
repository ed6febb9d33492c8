/** Loaded before a program with `--import`: writes the program's peak memory (bytes) to the file PEAK_MEMORY_FILE. */

import { writeFileSync } from "node:fs";

const file = process.env.PEAK_MEMORY_FILE;
if (file)
  // Node gives kilobytes on every system.
  process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)));
