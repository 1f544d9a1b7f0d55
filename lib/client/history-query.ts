import { infiniteQueryOptions } from "@tanstack/react-query";
import type { History } from "../model/history.ts";
import { fetchJson } from "./fetch-json.ts";

/** Rows of the first page, which is what a panel shows unasked, and of those that are asked for. */
const ROWS = { first: 8, more: 50 };

/** The changes of a key's facts, newest first, a page at a time. For auditors and above. */
export const historyQuery = (ref: string) =>
  infiniteQueryOptions({
    queryKey: ["key", ref, "history"],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const page = new URLSearchParams({ limit: String(pageParam ? ROWS.more : ROWS.first), ...(pageParam && { before: pageParam }) });
      return fetchJson<History>(`/api/v1/keys/${encodeURIComponent(ref)}/history?${page}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
