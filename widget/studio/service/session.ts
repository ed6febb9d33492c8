import type { SessionBody } from "../../../worker/contract/session.ts";
import { type Answer, ask } from "./ask.ts";

export type Session = SessionBody;

/** The token goes into this one request, and stands nowhere else. */
export function signIn(token: string): Promise<Answer<Session>> {
  return ask("POST", "/v1/session", { body: { token } });
}

/** Whether this visit began with Cloudflare Access, which answers nothing once its own session is over. */
let isByAccess = false;

export async function currentSession(): Promise<Session | null> {
  const answer = await ask<Session | null>("GET", "/v1/session?or=nobody");
  isByAccess = answer.ok && answer.body?.via === "access";
  return answer.ok ? answer.body : null;
}

export function comesByAccess(): boolean {
  return isByAccess;
}

const leavings = new Set<() => Promise<unknown>>();

/** Has something done before somebody signs out, as long as they still may. @returns ends it */
export function beforeLeaving(leave: () => Promise<unknown>): () => void {
  leavings.add(leave);
  return () => leavings.delete(leave);
}

export async function signOut(): Promise<Answer<null>> {
  await Promise.all([...leavings].map((leave) => leave()));
  return ask("DELETE", "/v1/session");
}

export function mayEdit({ role }: Session): boolean {
  return role === "editor" || role === "admin";
}

export function mayImport({ role }: Session): boolean {
  return role === "desk" || role === "admin";
}
