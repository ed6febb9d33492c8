import type { Change } from "../../../worker/contract/changes.ts";
import { words as studio } from "../words/index.ts";
import { words } from "./words/index.ts";

/** What a change counts: "Convictions: absence without leave". */
export function countedIn({ type }: Pick<Change, "type">): string {
  const units: Readonly<Record<string, string>> = words.importing.units;
  const offence = type.offence ? studio.offences[type.offence] : type.articles.join(" + ");
  return `${units[type.unit] ?? type.unit}: ${offence}`;
}
