import { Response } from "miniflare";
import { unstable_startWorker as startWorker } from "wrangler";
import type { FetchKeys } from "../../worker/access/assertion.ts";
import { localState, migrate } from "../../worker/cli/local.ts";
import { openTeam, type Team } from "../fixtures/access-team.ts";

export interface AccessNewsroom {
  origin: string;
  team: Team;
  stop(): Promise<void>;
}

/** The whole built thing with Cloudflare Access switched on; its questions to the world end at a team of this test. */
export async function startWithAccess(folder: string): Promise<AccessNewsroom> {
  const state = localState(folder, false);
  await migrate(state);
  const unreachable: FetchKeys = (url) => Promise.reject(new Error(`${url} can't be reached.`));
  const outside = { fetchKeys: unreachable };
  const settings: Record<string, string> = {};
  const team = await openTeam({ clock: Date, outside, settings });
  const worker = await startWorker({
    config: "wrangler.toml",
    bindings: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: "plain_text", value }]),
    ),
    dev: {
      persist: folder,
      server: { port: 0 },
      inspector: false,
      watch: false,
      logLevel: "error",
      outboundService: async (request: { url: string }) =>
        new Response(await (await outside.fetchKeys(request.url, {})).text()),
    },
  });
  await worker.ready;
  const { port } = await worker.url;
  return { origin: `http://localhost:${port}`, team, stop: () => worker.dispose() };
}
