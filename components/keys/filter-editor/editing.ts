import type { Draft } from "./draft.ts";
import type { Filter } from "#lib/query/query.ts";

export type EditedPart = "field" | "operator" | "values";

/** A token that is being edited in place, or one that is not there yet. */
export interface Editing {
  /** The filter that the token says, or what there is of a new one. */
  from: Filter | Draft;
  part: EditedPart;
  /** What was pressed: the editor stands below it. */
  anchor: HTMLElement;
}
