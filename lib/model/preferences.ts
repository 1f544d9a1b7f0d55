import type { RowMember } from "./row-members.ts";

export const DENSITIES = ["comfortable", "compact"] as const;
export const TIME_STYLES = ["relative", "absolute"] as const;

/** What somebody chose for the pages, kept over machines. null = not chosen: the page's own default. */
export interface Preferences {
  /** Members of a row, in order. */
  columns: RowMember[] | null;
  density: (typeof DENSITIES)[number] | null;
  /** Rows a page. */
  pageSize: number | null;
  /** As in `lib/words/languages.ts`. */
  language: string | null;
  /** An IANA name that Intl knows, or UTC. */
  timeZone: string | null;
  timeStyle: (typeof TIME_STYLES)[number] | null;
}
