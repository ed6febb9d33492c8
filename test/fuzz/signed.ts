import { AccessVerifier, type FetchKeys } from "../../worker/access/assertion.ts";
import { AUDIENCE, openTeam, TEAM } from "../fixtures/access-team.ts";
import type { Parser } from "./parsers.ts";

const NOW = Date.UTC(2025, 5, 30, 9);

/** What Access signs for a person: a spoilt one is refused, and none is taken that says something else. */
export async function signed(): Promise<readonly Parser[]> {
  const outside: { fetchKeys: FetchKeys } = { fetchKeys: async () => Response.error() };
  const team = await openTeam({ clock: { now: () => NOW }, outside, settings: {} });
  const verifier = new AccessVerifier((url, init) => outside.fetchKeys(url, init));
  const texts = [await team.sign(), await team.sign({ email: "anybody@look.example" })];
  const said = new Set(texts.map(bodyOf));
  return [
    {
      name: "assertions of Access",
      texts,
      async read(text) {
        const read = await verifier.verify(text, { team: TEAM, audience: AUDIENCE, rules: {} }, NOW);
        if ("payload" in read && !said.has(bodyOf(text)))
          throw new Error("It is taken, and nobody signed it.");
      },
    },
  ];
}

function bodyOf(token: string): string {
  return token.split(".")[1] ?? "";
}
