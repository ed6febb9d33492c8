import { type Mirrored, mirroredName } from "../../worker/contract/mirror.ts";

/** The mirror's folder: the script stands in `embed/` of it. */
const HOME = new URL("../", import.meta.url);

/**
 * Stands in for `fetch` in the element's code (widget/vite-mirror.config.ts): a summary or a comparison of this origin is a
 * file of the mirror, whatever path the mirror is under. After it was due, it is shown as what it is: old.
 */
export async function ask(address: string, init?: RequestInit): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(address);
  const [, resource] = /\/(v1\/(?:summary|compare))$/.exec(pathname) ?? [];
  if (origin !== HOME.origin || !resource) return globalThis.fetch(address, init);
  const file = new URL(`${resource}/${mirroredName(searchParams)}.json`, HOME);
  const response = await globalThis.fetch(file, init);
  if (!response.ok) return response;
  const answer = (await response.json()) as Mirrored;
  return Response.json(Date.parse(answer.mirror.due_at) < Date.now() ? overdue(answer) : answer);
}

function overdue(answer: Mirrored): object {
  const { edition, text, mirror } = answer;
  const status = [text.status, mirror.overdue].filter(Boolean).join(" ");
  return { ...answer, edition: { ...edition, stale: true }, text: { ...text, status } };
}
