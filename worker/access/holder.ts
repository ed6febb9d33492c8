import type { SessionBody } from "../contract/session.ts";

/** Who asks. */
export interface Holder extends SessionBody {
  /** Id of the token, or the pseudonym by Cloudflare Access. */
  id: string;
}

/** What the desk's routes know of a request. */
export type Desk = { Bindings: Env; Variables: { holder: Holder } };
