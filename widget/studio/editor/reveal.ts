/** Opens whatever a field is folded into, brings it into the free part of the window, and goes there. */
export function reveal(field: HTMLElement | null): void {
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
