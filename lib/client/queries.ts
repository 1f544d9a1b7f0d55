import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Account } from "../model/account.ts";
import type { KeysAnswer } from "../model/answers.ts";
import type { KeyDetail } from "../model/key.ts";
import type { Overview } from "../model/overview.ts";
import type { SourceRow, SyncProgress } from "../model/source.ts";
import { fetchJson } from "./fetch-json.ts";

/** How often progress is asked for while something is being read, and when nothing is; ms. */
const PROGRESS_MS = { reading: 1_500, resting: 30_000 };

/** One page of keys. `view` is the canonical query string, facets included. A live one costs calls to the clouds: it is asked again only by hand. */
export const keysQuery = (view: string, live = false) =>
  queryOptions({
    queryKey: [live ? "live" : "keys", view],
    queryFn: ({ signal }) => fetchJson<KeysAnswer>(`/api/v1/keys?${view}`, { signal }),
    placeholderData: keepPreviousData,
    ...(live && { staleTime: Number.POSITIVE_INFINITY, retry: false }),
  });

export const keyQuery = (ref: string) =>
  queryOptions({ queryKey: ["key", ref], queryFn: ({ signal }) => fetchJson<KeyDetail>(`/api/v1/keys/${encodeURIComponent(ref)}`, { signal }) });

/** The same key, asked of the cloud at this moment. Never kept: each asking is a call to the cloud. */
export const liveKeyQuery = (ref: string) =>
  queryOptions({
    queryKey: ["key", ref, "live"],
    queryFn: ({ signal }) => fetchJson<KeyDetail>(`/api/v1/keys/${encodeURIComponent(ref)}?live=true`, { signal }),
    enabled: false,
    gcTime: 0,
    retry: false,
  });

export const sourcesQuery = () =>
  queryOptions({
    queryKey: ["sources"],
    queryFn: async ({ signal }) => (await fetchJson<{ rows: SourceRow[] }>("/api/v1/sources", { signal })).rows,
  });

export const syncQuery = () =>
  queryOptions({
    queryKey: ["sync"],
    queryFn: ({ signal }) => fetchJson<SyncProgress>("/api/v1/sync", { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.running + state.data.queued > 0 ? PROGRESS_MS.reading : PROGRESS_MS.resting),
  });

export const accountsQuery = () =>
  queryOptions({
    queryKey: ["accounts"],
    queryFn: async ({ signal }) => (await fetchJson<{ rows: Account[] }>("/api/v1/accounts", { signal })).rows,
  });

/** The inventory counted for pictures, its days in the zone. `places` is the canonical query string of the filters of place, or empty. */
export const overviewQuery = (places: string, zone: string) => {
  const asked = [places, zone === "UTC" ? "" : new URLSearchParams({ zone }).toString()].filter(Boolean).join("&");
  return queryOptions({
    queryKey: ["overview", asked],
    queryFn: ({ signal }) => fetchJson<Overview>(`/api/v1/overview${asked && `?${asked}`}`, { signal }),
    placeholderData: keepPreviousData,
  });
};
