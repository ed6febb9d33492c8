import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import type { Role } from "../../worker/contract/tokens.ts";
import type { Newsroom } from "./desk-room.ts";

export const TEAM = "newsroom.cloudflareaccess.com";
export const AUDIENCE = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2";
/** The e-mail address of somebody who has this role, by the rules below. */
export const EMAIL_OF: Readonly<Record<Role, string>> = {
  admin: "chief@paper.example",
  desk: "data@paper.example",
  editor: "anybody@look.example",
};
export const RULES = {
  admin: ["chief@paper.example"],
  desk: ["data@paper.example", "groups=data-desk"],
  editor: ["@look.example"],
};

export interface Signing {
  kid: string;
  key: CryptoKey;
}

/** A team of Cloudflare Access: keys of its own, which the Worker finds where it expects them. */
export async function openTeam(room: Newsroom) {
  const served = new Map<string, JWK>();
  const asked: string[] = [];
  const addKey = async (kid: string): Promise<Signing> => {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    served.set(kid, { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" });
    return { kid, key: privateKey };
  };
  const first = await addKey("key of May");

  room.outside.fetchKeys = async (url) => {
    asked.push(url);
    return Response.json({ keys: [...served.values()] });
  };
  Object.assign(room.settings, {
    ACCESS_TEAM: TEAM,
    ACCESS_AUD: AUDIENCE,
    ACCESS_ROLES: JSON.stringify(RULES),
  });

  const now = () => Math.floor(room.clock.now() / 1_000);
  /** What Access says of somebody who has just signed in for a day, with the given differences. */
  const claims = (differences: Readonly<Record<string, unknown>> = {}): JWTPayload => ({
    iss: `https://${TEAM}`,
    aud: [AUDIENCE],
    sub: "7335d417-61da-459d-899c-0a01c76a2f94",
    email: EMAIL_OF.desk,
    type: "app",
    iat: now(),
    nbf: now(),
    exp: now() + 86_400,
    ...differences,
  });
  return {
    /** The addresses that the Worker asked for keys. */
    asked,
    addKey,
    forgetKey: (kid: string) => served.delete(kid),
    claims,
    sign: (differences?: Readonly<Record<string, unknown>>, { kid, key }: Signing = first) =>
      new SignJWT(claims(differences)).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(key),
    publicKey: () => served.get(first.kid)!,
  };
}

export type Team = Awaited<ReturnType<typeof openTeam>>;
