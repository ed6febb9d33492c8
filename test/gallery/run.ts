import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { command } from "../runner/command.ts";
import { readyChromium } from "../runner/ready-chromium.ts";

const PORT = 8788;

/** `npm run gallery`: the page of all states, until stopped; with `--approve`, what it shows becomes the standard. */
async function run(flags: readonly string[]): Promise<number> {
  if (flags.includes("--approve")) {
    console.log(`Chromium: ${await readyChromium((line) => console.log(`Chromium: ${line}`))}`);
    // Also what differs too little to fail.
    await rm(new URL("approved", import.meta.url), { recursive: true, force: true });
    const words = [
      "vitest",
      "run",
      "--project",
      "widget",
      "test/widget/gallery.test.ts",
      "--update",
    ] as const;
    const { code } = await command([...words], "show");
    return code ?? 1;
  }
  const server = await createServer({
    configFile: false,
    // Found only when somebody opens the history, it would reload the page.
    optimizeDeps: { include: ["chart.js", "lit"] },
    root: fileURLToPath(new URL(".", import.meta.url)),
    server: {
      port: Number(process.env.PORT ?? PORT),
      fs: { allow: [fileURLToPath(new URL("../..", import.meta.url))] },
    },
  });
  await server.listen();
  console.log(`All states of <desertion-stats>: ${server.resolvedUrls?.local[0]}`);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
