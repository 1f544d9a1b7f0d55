const GAP = 6;
/** Below this width the editor lies at the foot of the screen, by its style. */
const PHONE = "(width < 768px)";

/** Puts a popover below what opened it, within the window. */
export function placeBelow(popover: HTMLElement, anchor: HTMLElement): void {
  if (window.matchMedia(PHONE).matches) return;
  const at = anchor.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - popover.offsetWidth - GAP));
  popover.style.left = `${left}px`;
  popover.style.top = `${Math.min(at.bottom + GAP, Math.max(GAP, window.innerHeight - popover.offsetHeight - GAP))}px`;
}
