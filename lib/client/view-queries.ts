import { queryOptions } from "@tanstack/react-query";
import type { Preferences } from "../model/preferences.ts";
import type { SavedView } from "../model/view.ts";
import { fetchJson } from "./fetch-json.ts";

export const viewsQuery = () =>
  queryOptions({
    queryKey: ["views"],
    queryFn: async ({ signal }) => (await fetchJson<{ rows: SavedView[] }>("/api/v1/views", { signal })).rows,
  });

export const preferencesQuery = () =>
  queryOptions({ queryKey: ["preferences"], queryFn: ({ signal }) => fetchJson<Preferences>("/api/v1/preferences", { signal }) });
