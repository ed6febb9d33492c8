import { ADDRESS_FAULTS } from "../../../worker/contract/sources.ts";
import type { Answer } from "../service/ask.ts";
import { reasonOf } from "../service/refusal.ts";
import { words } from "./words/index.ts";

/** What a form was refused for, in this visit's language: by field where the service names one, else as a whole. */
export interface Refusal {
  fields: Readonly<Record<string, string>>;
  text: string;
}

export function refusalOf(answer: Extract<Answer<unknown>, { ok: false }>): Refusal {
  const errors = answer.problem?.errors ?? [];
  const said = errors.map(({ parameter, code }) => {
    const field = parameter.split(".")[0] ?? parameter;
    return [field, field === "url" ? addressText(code) : words.wrong[field]] as const;
  });
  const fields = Object.fromEntries(said.flatMap(([field, text]) => (text ? [[field, text]] : [])));
  // A field that this form doesn't have is nothing that can be mended in it.
  return { fields, text: Object.keys(fields).length > 0 ? "" : reasonOf(answer) };
}

function addressText(code: string | undefined): string {
  return words.addressFaults[ADDRESS_FAULTS.find((one) => one === code) ?? "malformed"];
}
