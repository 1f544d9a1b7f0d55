import { env } from "../env.ts";
import type { Overview } from "../model/overview.ts";
import type { Scope } from "../model/scope.ts";
import { DEFAULT_QUERY } from "../query/default-query.ts";
import type { QueryField } from "../query/fields.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import type { KeyQuery } from "../query/query.ts";
import { tallyKeys } from "../store/keys/sql-key-index.ts";
import { countTimes } from "../store/keys/count-times.ts";
import { RevisionMemory } from "../store/revision-memory.ts";
import { readRevision } from "../store/revision.ts";
import { readSources } from "../store/sources.ts";
import { cover } from "./cover.ts";
import { ageCounts, ageEdges } from "./overview/age-spans.ts";
import { daysAhead } from "./overview/days-ahead.ts";
import { sourceCells } from "./overview/source-cells.ts";
import { picksPlace } from "./picks-place.ts";

const FACETS: QueryField[] = ["cloud", "account", "region", "state", "family", "origin", "protection", "rotation"];
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000];
const SOON = { deletes: 7, expires: 30 };
/** Two reads of one revision are tried so often; a reading in between makes them differ. */
const TRIES = 4;

const memory = new RevisionMemory<Overview>(50);

/**
 * The inventory counted for pictures, its days those of the zone. Of the query only its filters of cloud, account, region and project count. An answer stands until the inventory
 * changes, at most for the rest of the minute: it holds what is due within days, and says of which moment it is.
 */
export async function getOverview(scope: Scope, { filters }: Pick<KeyQuery, "filters">, zone = "UTC"): Promise<Overview> {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  const groups = scope.groups === "all" ? "all" : scope.groups.toSorted();
  const query: KeyQuery = { ...DEFAULT_QUERY, filters, facets: FACETS, size: 25 };
  return memory.recall(JSON.stringify([groups, formatKeyQuery(query), minute, zone]), () => countAll(scope, query, zone));
}

async function countAll(scope: Scope, query: KeyQuery, zone: string, tries = TRIES): Promise<Overview> {
  const now = new Date();
  const before = await readRevision();
  const [tally, readable, coverage, keys] = await Promise.all([
    tallyKeys(scope, query, now),
    readSources(scope),
    cover(scope, query, now),
    countTimes(scope, ageEdges(now, zone)),
  ]);
  if ((await readRevision()) !== before && tries > 1) return countAll(scope, query, zone, tries - 1);
  const sources = readable.filter((source) => picksPlace(query.filters, source));
  const picked = new Set(sources.map(({ id }) => id));
  const counted = keys.filter(({ source, presence }) => picked.has(source) && presence !== "gone");
  const ahead = (field: "deletes" | "expires") => {
    const times = counted.map(({ [field]: at, n }) => ({ at, n }));
    const until = now.getTime() + SOON[field] * DAY_MS;
    const count = times.reduce((sum, { at: { at }, n }) => sum + (at !== null && at <= until ? n : 0), 0);
    return { ...daysAhead(times, { field, now, zone }), soon: { count, query: `${field}=..${SOON[field]}d` } };
  };
  const [deletes, expires] = [ahead("deletes"), ahead("expires")];
  return {
    ...tally,
    deletes: deletes.days,
    expires: expires.days,
    otherDays: { deletes: deletes.others, expires: expires.others },
    soon: { deletes: deletes.soon, expires: expires.soon },
    ages: ageCounts(counted, now, zone),
    sources: sourceCells(sources, counted, now, env().periodMinutes),
    coverage,
    asOf: now.toISOString(),
    zone,
  };
}
