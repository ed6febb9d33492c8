import { join } from "node:path";
import { startNewsroom } from "../e2e/newsroom.ts";
import { desk } from "./command.ts";
import { type Figure, figure } from "./figure.ts";
import { generate } from "./generated.ts";
import { measureStudio } from "./studio.ts";

const CASES = 100_000;
const SECONDS_MOST = 60;
const MEGABYTES_MOST = 300;

/** How long 100,000 cases take from a file to the readers, through the command line, and to be read in the studio; leaves the store in `state`. */
export async function measureDesk(folder: string, state: string): Promise<Figure[]> {
  const file = await generate(join(folder, "cases"), CASES);
  const newsroom = await startNewsroom(state);
  try {
    const check = await desk(newsroom, "check", file);
    const stage = await desk(newsroom, "stage", file);
    const { batch } = JSON.parse(stage.output) as { batch: { id: string } };
    const publish = await desk(newsroom, "publish", batch.id, "--override", "Generated data");
    const steps = { check, stage, publish };
    const all = Object.values(steps);
    const seconds = all.reduce((sum, step) => sum + step.seconds, 0);
    const peak = Math.max(...all.map(({ peakBytes }) => peakBytes));
    return [
      ...Object.entries(steps).map(([name, step]) =>
        figure(`desk ${name}, 100,000 cases`, step.seconds, "s"),
      ),
      figure("desk check + stage + publish, 100,000 cases", seconds, "s", { most: SECONDS_MOST }),
      figure("desk command, peak memory", peak / 1e6, "MB", { most: MEGABYTES_MOST }),
      ...(await measureStudio(newsroom, file, "100,000 cases")),
    ];
  } finally {
    await newsroom.stop();
  }
}
