const YEAR_S = 365 * 24 * 60 * 60;

export type Preference = "theme" | "density";

/** Keeps a choice in a cookie, so that the next page's HTML is right from the start, and shows it now. */
export function rememberPreference(name: Preference, value: string): void {
  remember(name, value);
  document.documentElement.dataset[name] = value;
}

/** Takes a choice back: what the system says holds again. */
export function forgetPreference(name: Preference): void {
  remember(name, "", 0);
  delete document.documentElement.dataset[name];
}

/** Keeps the language of the pages; the words come with the next answer of the server. */
export const rememberLanguage = (language: string): void => remember("language", language);

export function remember(name: Preference | "language" | "zone" | "times", value: string, maxAgeS = YEAR_S): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous and not in every browser yet
  document.cookie = `keyatlas-${name}=${value}; path=/; max-age=${maxAgeS}; samesite=lax`;
}
