import type { QueryReader } from "#lib/api/route-rule.ts";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";
import { QUERY_FIELDS } from "#lib/query/fields.ts";

const PROJECT = { name: "project", description: "The cloud's project; default: the region's own." };

/** Read by the proxy itself, since the filters it takes differ from cloud to cloud. */
const asGiven = (...parameters: { name: string; description: string }[]): QueryReader<URLSearchParams> => ({ read: (params) => params, parameters });

/** What some cloud filters by itself; a cloud that does not answers 400. */
const FILTERS = QUERY_FIELDS.flatMap((name) => {
  const clouds = Object.values(CLOUD_REGISTRY).filter(({ pushesDown }) => pushesDown.includes(name));
  const description = `Plain values, filtered by the cloud itself: ${clouds.map(({ label }) => label).join(", ")}.`;
  return clouds.length > 0 ? [{ name, description }] : [];
});

export const PROJECT_QUERY = asGiven(PROJECT);
export const PROXY_QUERY = asGiven(
  PROJECT,
  { name: "pageToken", description: "The nextPageToken of the page before." },
  { name: "pageSize", description: "Keys a page, as the cloud allows." },
  ...FILTERS,
);
