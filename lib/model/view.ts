import type { RowMember } from "./row-members.ts";

/** A saved view (`GET /views`): a link with a name. */
export interface SavedView {
  /** 12 characters, or the fixed word of a built-in one. */
  id: string;
  /** English for a built-in one; pages translate by its id. */
  name: string;
  /** The canonical query string without `?`, page, cursor, open key, live and facets. Relative bounds stay relative. */
  query: string;
  /** The columns it shows, in order; null = the reader's own. */
  columns: RowMember[] | null;
  /** Seen by everybody here, each with the keys that they may see. */
  isShared: boolean;
  /** The asker's own choice to begin with; at most one of the list is. */
  isDefault: boolean;
  isBuiltIn: boolean;
  /** null for a built-in one, and where whoever made it was removed. */
  owner: { id: string; name: string } | null;
  /** null for a built-in one. */
  createdAt: string | null;
  updatedAt: string | null;
}
