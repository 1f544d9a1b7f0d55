export interface Roving {
  /** Focuses the row `by` rows on; the first and the last hold. Where the focus is not in the table, it comes to it and does not move. */
  step: (by: number) => void;
  /** Along the column heads. */
  along: (by: number) => void;
  stop: () => void;
}

/**
 * Makes the table one stop of Tab: only one of its links can be reached by it, the others by the arrows. Done to the links that are there, and not in the
 * HTML: without a script every link is a stop of its own.
 */
export function rove(table: HTMLTableElement): Roving {
  const region = table.parentElement;
  const heads = () => [...table.querySelectorAll<HTMLAnchorElement>("thead a")].filter((link) => link.checkVisibility());
  const rows = () => [...table.querySelectorAll<HTMLAnchorElement>("tbody th a")];
  let here: HTMLAnchorElement | undefined;
  let holdsFocus = false;

  function settle() {
    const wasLost = holdsFocus && document.activeElement === document.body;
    if (!here?.isConnected) here = rows().find((link) => link.ariaCurrent) ?? rows()[0] ?? heads()[0];
    for (const link of table.querySelectorAll("a")) link.tabIndex = link === here ? 0 : -1;
    if (region) region.tabIndex = -1;
    if (wasLost) here?.focus();
  }
  function go(link: HTMLAnchorElement | undefined) {
    if (!link) return;
    here = link;
    link.focus();
  }
  const onFocus = ({ target }: FocusEvent) => {
    holdsFocus = true;
    if (target instanceof HTMLAnchorElement) here = target;
    settle();
  };
  // A link that is taken away with the focus may say so while it still stands: whether it went or the focus did shows only when the commit is through.
  const onBlur = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if ((target as Node).isConnected && !table.contains(document.activeElement)) holdsFocus = false;
    });
  const observer = new MutationObserver(settle);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener("focusin", onFocus);
  table.addEventListener("focusout", onBlur);
  settle();

  return {
    step(by) {
      const all = rows();
      const at = all.indexOf(document.activeElement as HTMLAnchorElement);
      const inHeads = heads().includes(document.activeElement as HTMLAnchorElement);
      if (at === -1) return go(inHeads ? all[by > 0 ? 0 : -1] : here && all.includes(here) ? here : all[0]);
      if (at === 0 && by === -1) return go(heads().find((link) => link.closest("[aria-sort]")) ?? heads()[0]);
      go(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
    },
    along(by) {
      const all = heads();
      const at = all.indexOf(document.activeElement as HTMLAnchorElement);
      if (at !== -1) go(all[at + by]);
    },
    stop() {
      observer.disconnect();
      table.removeEventListener("focusin", onFocus);
      table.removeEventListener("focusout", onBlur);
      for (const link of table.querySelectorAll("a")) link.removeAttribute("tabindex");
      if (region) region.tabIndex = 0;
    },
  };
}
