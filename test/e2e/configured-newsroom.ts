import { unstable_startWorker as startWorker } from "wrangler";

type Worker = Parameters<typeof startWorker>[0];

/** The whole built thing on the data of a folder, with other bindings than wrangler.toml's, and its way to the world. */
export async function startConfigured(
  folder: string,
  bindings: Worker["bindings"],
  outboundService?: NonNullable<Worker["dev"]>["outboundService"],
): Promise<{ origin: string; stop(): Promise<void> }> {
  const worker = await startWorker({
    config: "wrangler.toml",
    bindings,
    dev: {
      persist: folder,
      server: { port: 0 },
      inspector: false,
      watch: false,
      logLevel: "error",
      ...(outboundService && { outboundService }),
    },
  });
  await worker.ready;
  const { port } = await worker.url;
  return { origin: `http://localhost:${port}`, stop: () => worker.dispose() };
}
