import type { Delivery, Hook, HookChange, HookRequest } from "../../../worker/contract/hooks.ts";
import type { HeldEdition, Source, SourceRequest, SourceRun } from "../../../worker/contract/sources.ts";
import { type Answer, ask } from "./ask.ts";

const at = (slug: string) => `/v1/sources/${encodeURIComponent(slug)}`;

export function listSources(): Promise<Answer<{ sources: Source[] }>> {
  return ask("GET", "/v1/sources");
}

export function setSource(slug: string, source: SourceRequest): Promise<Answer<{ source: Source }>> {
  return ask("PUT", at(slug), { body: source });
}

export function deleteSource(slug: string): Promise<Answer<null>> {
  return ask("DELETE", at(slug));
}

export function runSource(slug: string): Promise<Answer<{ run: SourceRun }>> {
  return ask("POST", `${at(slug)}/run`, { body: {} });
}

export function listHeld(): Promise<Answer<{ held: HeldEdition[] }>> {
  return ask("GET", "/v1/imports/held");
}

export function discardBatch(batch: string): Promise<Answer<null>> {
  return ask("DELETE", `/v1/imports/${encodeURIComponent(batch)}`);
}

export function listHooks(): Promise<Answer<{ hooks: Hook[] }>> {
  return ask("GET", "/v1/hooks");
}

export function readHook(id: string): Promise<Answer<{ hook: Hook; deliveries: Delivery[] }>> {
  return ask("GET", `/v1/hooks/${encodeURIComponent(id)}`);
}

export function addHook(hook: HookRequest): Promise<Answer<{ hook: Hook; key: string | null }>> {
  return ask("POST", "/v1/hooks", { body: hook });
}

export function changeHook(
  id: string,
  hook: HookChange,
): Promise<Answer<{ hook: Hook; key: string | null }>> {
  return ask("PUT", `/v1/hooks/${encodeURIComponent(id)}`, { body: hook });
}

export function testHook(id: string): Promise<Answer<{ delivery: Delivery }>> {
  return ask("POST", `/v1/hooks/${encodeURIComponent(id)}/test`, { body: {} });
}

export function deleteHook(id: string): Promise<Answer<null>> {
  return ask("DELETE", `/v1/hooks/${encodeURIComponent(id)}`);
}
