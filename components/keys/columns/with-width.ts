import { COLUMN_PX, type Preferences, type WidthName } from "#lib/model/preferences.ts";

type Widths = Preferences["widths"];

/** The widths with one changed, or forgotten (`null`); no widths at all are null. px. */
export function withWidth(widths: Widths, name: WidthName, px: number | null): Widths {
  const { [name]: _, ...others } = widths ?? {};
  const next = px === null ? others : { ...others, [name]: px };
  return Object.keys(next).length > 0 ? next : null;
}

/** What somebody typed, or pulled, as a width that a column may have; px. */
export const withinBounds = (px: number): number => Math.round(Math.min(COLUMN_PX.most, Math.max(COLUMN_PX.least, px)));
