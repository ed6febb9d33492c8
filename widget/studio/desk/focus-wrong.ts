import type { LitElement } from "lit";

/** Takes whoever typed to the first field that is marked as wrong. */
export async function focusWrong(within: LitElement): Promise<void> {
  await within.updateComplete;
  within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
