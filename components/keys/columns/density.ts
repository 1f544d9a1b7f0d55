import { rememberPreference } from "#lib/client/remember-preference.ts";
import type { DENSITIES } from "#lib/model/preferences.ts";

export type Density = (typeof DENSITIES)[number];

/** The page itself says it by a cookie, and a part of the page where the server knows it of the person alone. */
const marked = () => document.querySelectorAll<HTMLElement>("[data-density]");

export const densityNow = (): Density => ([...marked()].at(-1)?.dataset.density === "compact" ? "compact" : "comfortable");

export function showDensity(density: Density): void {
  rememberPreference("density", density);
  for (const element of marked()) element.dataset.density = density;
}
