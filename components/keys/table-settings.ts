import type { ReactNode } from "react";
import type { Preferences } from "#lib/model/preferences.ts";
import type { RowMember } from "#lib/model/row-members.ts";

/** What the server knows of the reader's table before any script runs. */
export interface TableSettings {
  /** The columns of the view, else the reader's; null: what fits. */
  columns: readonly RowMember[] | null;
  /** Of chosen columns, where the reader changed them; px. */
  widths: Preferences["widths"];
  /** The view that the reader is in. */
  viewId: string | null;
  /** Drawn by the server: links that work, and buttons that wait for the script. */
  views: ReactNode;
  buttons: ReactNode;
}
