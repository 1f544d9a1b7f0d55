import { changePreferences } from "#lib/client/change-preferences.ts";
import { editView } from "#lib/client/change-view.ts";
import type { Preferences } from "#lib/model/preferences.ts";

/** What the dialog chooses; null is the page's own default. */
export type TableChoice = Pick<Preferences, "columns" | "density" | "pageSize" | "wrap" | "stripes" | "stickyFirst" | "widths">;

export const NO_CHOICE: TableChoice = { columns: null, density: null, pageSize: null, wrap: null, stripes: null, stickyFirst: null, widths: null };

/** Keeps what was chosen: the columns with a view (`viewId`) or with the person (null), the rest always with the person. */
export async function keepChoice({ columns, ...rest }: TableChoice, viewId: string | null): Promise<void> {
  if (viewId === null) return void (await changePreferences({ ...rest, columns }));
  await editView(viewId, { columns });
  await changePreferences(rest);
}
