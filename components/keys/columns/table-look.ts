import type { Preferences } from "#lib/model/preferences.ts";

type Look = Pick<Preferences, "wrap" | "stripes" | "stickyFirst">;

/** How the table looks, as the words that `app/styles/key-table-look.css` knows. */
export const lookOf = ({ wrap, stripes, stickyFirst }: Look): string =>
  [wrap && "wrap", stripes && "stripes", stickyFirst === false && "loose"].filter(Boolean).join(" ");

export function showLook(look: Look): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-look]")) element.dataset.look = lookOf(look);
}
