import { Response } from "miniflare";
import type { FetchKeys } from "../../worker/access/assertion.ts";
import { localState, migrate } from "../../worker/cli/local.ts";
import { openTeam, type Team } from "../fixtures/access-team.ts";
import { startConfigured } from "./configured-newsroom.ts";

export interface AccessNewsroom {
  origin: string;
  team: Team;
  stop(): Promise<void>;
}

/** The whole built thing with Cloudflare Access switched on; its questions to the world end at a team of this test. */
export async function startWithAccess(folder: string): Promise<AccessNewsroom> {
  await migrate(localState(folder, false));
  const unreachable: FetchKeys = (url) => Promise.reject(new Error(`${url} can't be reached.`));
  const outside = { fetchKeys: unreachable };
  const settings: Record<string, string> = {};
  const team = await openTeam({ clock: Date, outside, settings });
  const bindings = Object.entries(settings).map(([name, value]) => [name, { type: "plain_text", value }]);
  const newsroom = await startConfigured(
    folder,
    Object.fromEntries(bindings),
    async (request: { url: string }) => new Response(await (await outside.fetchKeys(request.url, {})).text()),
  );
  return { ...newsroom, team };
}
