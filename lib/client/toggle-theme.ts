import { forgetPreference, rememberPreference } from "./remember-preference.ts";
import { THEME_COLORS } from "./theme-colors.ts";

/** Switches between light and dark and remembers it. Who comes back to what their system says follows the system again. */
export function toggleTheme(): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const shown = document.documentElement.dataset.theme ?? system;
  const next = shown === "dark" ? "light" : "dark";
  if (next === system) forgetPreference("theme");
  else rememberPreference("theme", next);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes("dark") ? "dark" : meta.media ? "light" : next;
    meta.content = THEME_COLORS[next === system ? own : next];
  }
}
