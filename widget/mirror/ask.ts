import { type MirroredSummary, mirroredName } from "../../worker/contract/mirror.ts";

/** The mirror's folder: the script stands in `embed/` of it. */
const HOME = new URL("../", import.meta.url);

/**
 * Stands in for `fetch` in the element's code (widget/vite-mirror.config.ts): a summary of this origin is a file of the
 * mirror, whatever path the mirror is under. After it was due, it is shown as what it is: old.
 */
export async function ask(address: string, init?: RequestInit): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(address);
  if (origin !== HOME.origin || !pathname.endsWith("/v1/summary")) return globalThis.fetch(address, init);
  const file = new URL(`v1/summary/${mirroredName(searchParams)}.json`, HOME);
  const response = await globalThis.fetch(file, init);
  if (!response.ok) return response;
  const summary = (await response.json()) as MirroredSummary;
  return Response.json(Date.parse(summary.mirror.due_at) < Date.now() ? overdue(summary) : summary);
}

function overdue(summary: MirroredSummary): MirroredSummary {
  const { edition, text, mirror } = summary;
  const status = [text.status, mirror.overdue].filter(Boolean).join(" ");
  return { ...summary, edition: { ...edition, stale: true }, text: { ...text, status } };
}
