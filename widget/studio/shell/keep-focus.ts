/**
 * Keeps the focus in the page. Where what has it goes away (a view, a form that was sent, a dialog's opener), browsers
 * drop it to the page's beginning; here it goes to the heading of the nearest part around it that is still there.
 *
 * @param root the part of the page that is looked after
 * @param otherwise who takes it where no heading does
 * @returns ends it
 */
export function keepFocus(root: HTMLElement, otherwise: () => HTMLElement | null): () => void {
  let path: Element[] = [];
  let waits = false;
  const note = (event: FocusEvent) => {
    path = event.composedPath().filter((one) => one instanceof Element);
  };
  const look = () => {
    waits = false;
    const [last] = path;
    const isLost = last && document.activeElement === document.body && !last.checkVisibility();
    if (!isLost) return;
    const around = path.find((one) => one !== last && root.contains(one) && headingIn(one));
    const place = (around && headingIn(around)) ?? otherwise();
    place?.setAttribute("tabindex", "-1");
    place?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (waits) return;
    waits = true;
    // What stands in its place comes in steps, each in a turn of its own.
    setTimeout(look);
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["hidden", "open"],
  });
  root.addEventListener("focusin", note);
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", note);
  };
}

function headingIn(part: Element): HTMLElement | null {
  return [...part.querySelectorAll<HTMLElement>("h1, h2, h3")].find((one) => one.checkVisibility()) ?? null;
}
