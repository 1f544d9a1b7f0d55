const YEAR_S = 365 * 24 * 60 * 60;

export type Preference = "theme" | "density";

/** Keeps a choice in a cookie, so that the next page's HTML is right from the start, and shows it now. */
export function rememberPreference(name: Preference, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous and not in every browser yet
  document.cookie = `keyatlas-${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
  document.documentElement.dataset[name] = value;
}
