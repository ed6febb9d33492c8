import { normaliseContext } from "./context.ts";
import { type InputReading, readInputs, sizeOf } from "./inputs.ts";
import { progress } from "./terminal.ts";

/** Reads files with a progress bar, and clears away what it took for that. */
export async function withInputs(
  paths: readonly string[],
  use: (reading: InputReading) => Promise<void>,
): Promise<void> {
  const bar = progress("Reading", await sizeOf(paths).catch(() => 0));
  const reading = await readInputs(paths, normaliseContext(), bar.add);
  bar.end();
  try {
    await use(reading);
  } finally {
    reading.parts?.close();
  }
}
