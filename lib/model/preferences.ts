import type { RowMember } from "./row-members.ts";

export const DENSITIES = ["comfortable", "compact"] as const;
export const TIME_STYLES = ["relative", "absolute"] as const;
export const PANEL_PLACES = ["side", "bottom"] as const;

/** How wide a column may be made; px. */
export const COLUMN_PX = { least: 64, most: 960 } as const;
/** How large the panel may be made: its width at the side, its height at the bottom; px. */
export const PANEL_PX = { least: 160, most: 1600 } as const;

/** A column of the table: a member of a row, or `key`, the first column, which names the key. */
export type WidthName = RowMember | "key";

/** What somebody chose for the pages, kept over machines. null = not chosen: the page's own default. */
export interface Preferences {
  /** Members of a row, in order. */
  columns: RowMember[] | null;
  density: (typeof DENSITIES)[number] | null;
  /** Rows a page. */
  pageSize: number | null;
  /** Whether long values of the table take up to three lines. */
  wrap: boolean | null;
  /** Whether every other row has another ground. */
  stripes: boolean | null;
  /** Whether the first column stays in sight when the table scrolls sideways. */
  stickyFirst: boolean | null;
  /** Those that were changed, within `COLUMN_PX`; px. */
  widths: Partial<Record<WidthName, number>> | null;
  panelPlace: (typeof PANEL_PLACES)[number] | null;
  /** Within `PANEL_PX`; px. */
  panelSize: number | null;
  /** As in `lib/words/languages.ts`. */
  language: string | null;
  /** An IANA name that Intl knows, UTC, or `local`: that of the machine at hand. */
  timeZone: string | null;
  timeStyle: (typeof TIME_STYLES)[number] | null;
}

export const UNCHOSEN: Preferences = {
  columns: null,
  density: null,
  pageSize: null,
  wrap: null,
  stripes: null,
  stickyFirst: null,
  widths: null,
  panelPlace: null,
  panelSize: null,
  language: null,
  timeZone: null,
  timeStyle: null,
};
