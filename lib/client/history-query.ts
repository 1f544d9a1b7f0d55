import { queryOptions } from "@tanstack/react-query";
import type { History } from "../model/history.ts";
import { fetchJson } from "./fetch-json.ts";

/** Every change of a key's facts, newest first. For auditors and above. */
export const historyQuery = (ref: string) =>
  queryOptions({
    queryKey: ["key", ref, "history"],
    queryFn: ({ signal }) => fetchJson<History>(`/api/v1/keys/${encodeURIComponent(ref)}/history`, { signal }),
  });
