"use client";
import { useQuery } from "@tanstack/react-query";
import { keysQuery } from "#lib/client/queries.ts";
import type { KeyRow } from "#lib/model/key.ts";
import { keyView } from "../key-view.ts";
import type { KeyView } from "../key-view.ts";

export interface Neighbours {
  /** Addresses; null at the ends of the result, and for a key that is not on this page of it. */
  previous: string | null;
  next: string | null;
  /** The key's place on the page; -1 when it is not there. */
  at: number;
}

/**
 * The keys before and after one in the result. At the edge of a page the neighbour is the first or last key of the next page, whose address names both. Live
 * rows end at their page: the next one would cost calls to the clouds.
 */
export function useNeighbours(view: KeyView, keyRef: string, rows: readonly KeyRow[], total: number | null): Neighbours {
  const { query, href } = view;
  const at = rows.findIndex((row) => row.ref === keyRef);
  const isPaged = at !== -1 && total !== null && !query.live && query.cursor === null;
  const after = usePage(view, isPaged && at === rows.length - 1 && query.page * query.size < (total ?? 0) ? query.page + 1 : null);
  const before = usePage(view, isPaged && at === 0 && query.page > 1 ? query.page - 1 : null);
  const link = (row: KeyRow | undefined, page = query.page) => (row ? href({ ...query, page, key: row.ref }) : null);
  if (at === -1) return { previous: null, next: null, at };
  return {
    at,
    previous: at > 0 ? link(rows[at - 1]) : link(before?.at(-1), query.page - 1),
    next: at < rows.length - 1 ? link(rows[at + 1]) : link(after?.[0], query.page + 1),
  };
}

/** The rows of another page of the view; it is asked for as the page itself would ask, so that going there finds it. */
function usePage({ query, href }: KeyView, page: number | null): readonly KeyRow[] | undefined {
  const { request } = keyView(href({ ...query, page: page ?? 1 }).split("?")[1] ?? "");
  return useQuery({ ...keysQuery(request), enabled: page !== null, placeholderData: undefined }).data?.rows;
}
