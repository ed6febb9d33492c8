/**
 * Keeps presses from what can't be pressed at the moment, before any view hears of them; nor does Enter in a field send a
 * form whose button is off. Views say `aria-disabled`, never `disabled`: that would drop the focus to the page's beginning
 * as soon as a button is busy, and keep the reason from whoever reads by ear.
 */
export function keepFromWhatIsOff(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest('[aria-disabled="true"]')) return;
  event.preventDefault();
  event.stopPropagation();
}
