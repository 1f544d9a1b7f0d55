import type { SavedView } from "#lib/model/view.ts";
import type { Translate } from "#lib/words/translate.ts";

/** A built-in view is called in the page's language; who saved one chose its name. */
export function viewName({ id, name, isBuiltIn }: Pick<SavedView, "id" | "name" | "isBuiltIn">, t: Translate): string {
  const key = `view.${id}`;
  return isBuiltIn && t.knows(key) ? t(key) : name;
}
