import { changePreferences } from "#lib/client/change-preferences.ts";
import { editView } from "#lib/client/change-view.ts";
import type { Preferences } from "#lib/model/preferences.ts";

interface Choice extends Pick<Preferences, "columns" | "density" | "pageSize"> {
  /** The view that the columns are kept with; null: with the person. */
  viewId: string | null;
}

/** Keeps what was chosen: the columns with a view or with the person, the rest always with the person. */
export async function keepChoice({ viewId, columns, ...rest }: Choice): Promise<void> {
  if (viewId === null) return void (await changePreferences({ ...rest, columns }));
  await editView(viewId, { columns });
  await changePreferences(rest);
}
