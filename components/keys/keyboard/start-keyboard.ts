import { isCovered } from "#components/ui/is-covered.ts";
import { type Action, actionOf } from "./action-of.ts";
import { rove } from "./rove.ts";
import { singleKeysAreOn } from "./single-keys.ts";

const TAKES_KEYS = "input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu], [role=slider], [role=separator]";

/** Listens to the keyboard for as long as the key table is on the page. Returns how to stop. */
export function startKeyboard(): () => void {
  const table = document.querySelector<HTMLTableElement>("table.key-table");
  if (!table) return () => undefined;
  const roving = rove(table);
  const acts: Record<Action, () => void> = {
    next: () => roving.step(1),
    previous: () => roving.step(-1),
    on: () => roving.step(10),
    back: () => roving.step(-10),
    first: () => roving.step(Number.NEGATIVE_INFINITY),
    last: () => roving.step(Number.POSITIVE_INFINITY),
    left: () => roving.along(-1),
    right: () => roving.along(1),
    "page-next": () => shortcut("n")?.click(),
    "page-previous": () => shortcut("p")?.click(),
    search: () => (shortcut("/") ?? filterField())?.focus(),
    filter: () => (shortcut("f") ?? filterField())?.focus(),
    help: () => shortcut("?")?.click(),
  };
  const onKey = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const singleKeys = singleKeysAreOn();
    const where = {
      isTyping: target?.closest(TAKES_KEYS) != null,
      inTable: target?.closest("table.key-table") != null,
      isCovered: isCovered(),
      singleKeys,
    };
    // What the box at the top listens to is a single key as well.
    if (event.key === "/" && !singleKeys && !where.isTyping) event.stopPropagation();
    const action = actionOf(event, where);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    acts[action]();
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return () => {
    window.removeEventListener("keydown", onKey, { capture: true });
    roving.stop();
  };
}

/** What says itself that it answers to a key, and can be seen. */
const shortcut = (key: string) => [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${key}"]`)].find((element) => element.checkVisibility());

const filterField = () => document.querySelector<HTMLInputElement>("main form input:not([type=hidden])");
