/**
 * Changes the address without a reload; the page follows. Next hears of it only once its first effects have put its own `pushState` in place of the
 * browser's: a click before that is followed by the browser itself, else the address would change and the page would not.
 */
export function follow(href: string, { replace = false } = {}): void {
  const { history, location } = window;
  if (!Object.hasOwn(history, "pushState")) location[replace ? "replace" : "assign"](href);
  else history[replace ? "replaceState" : "pushState"](null, "", href);
}
