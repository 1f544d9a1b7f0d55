import { cookies } from "next/headers";

const THEMES = ["light", "dark"] as const;
const DENSITIES = ["comfortable", "compact"] as const;

export interface Preferences {
  /** null: the system decides. */
  theme: (typeof THEMES)[number] | null;
  density: (typeof DENSITIES)[number];
}

/** What the reader chose, from cookies, so that the HTML is right before any script runs. */
export async function preferences(): Promise<Preferences> {
  const jar = await cookies();
  const theme = jar.get("keyatlas-theme")?.value;
  const density = jar.get("keyatlas-density")?.value;
  return {
    theme: THEMES.find((known) => known === theme) ?? null,
    density: DENSITIES.find((known) => known === density) ?? "comfortable",
  };
}

/** The density that a person chose elsewhere, where this browser's cookie does not say one. */
export async function chosenDensity(kept: Preferences["density"] | null): Promise<Preferences["density"] | undefined> {
  return (await cookies()).has("keyatlas-density") ? undefined : (kept ?? undefined);
}
