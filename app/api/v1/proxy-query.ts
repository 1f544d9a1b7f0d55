import type { QueryReader } from "#lib/api/route-rule.ts";

const PROJECT = { name: "project", description: "The cloud's project; default: the region's own." };

/** Read by the proxy itself, since the filters it takes differ from cloud to cloud. */
const asGiven = (...parameters: { name: string; description: string }[]): QueryReader<URLSearchParams> => ({ read: (params) => params, parameters });

export const PROJECT_QUERY = asGiven(PROJECT);
export const PROXY_QUERY = asGiven(
  PROJECT,
  { name: "pageToken", description: "The nextPageToken of the page before." },
  { name: "pageSize", description: "Keys a page, as the cloud allows." },
);
