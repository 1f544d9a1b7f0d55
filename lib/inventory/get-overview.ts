import { env } from "../env.ts";
import type { Overview } from "../model/overview.ts";
import type { Scope } from "../model/scope.ts";
import { DEFAULT_QUERY } from "../query/default-query.ts";
import type { QueryField } from "../query/fields.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import type { KeyQuery } from "../query/query.ts";
import { countTimes } from "../store/keys/count-times.ts";
import { RevisionMemory } from "../store/revision-memory.ts";
import { readRevision } from "../store/revision.ts";
import { readSources } from "../store/sources.ts";
import { listKeys } from "./list-keys.ts";
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
 * The inventory counted for pictures. Of the query only its filters of cloud, account, region and project count. An answer stands until the inventory
 * changes, at most for the rest of the minute: it holds what is due within days, and says of which moment it is.
 */
export async function getOverview(scope: Scope, { filters }: Pick<KeyQuery, "filters">): Promise<Overview> {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  const groups = scope.groups === "all" ? "all" : scope.groups.toSorted();
  const query: KeyQuery = { ...DEFAULT_QUERY, filters, facets: FACETS, size: 25 };
  return memory.recall(JSON.stringify([groups, formatKeyQuery(query), minute]), () => countAll(scope, query));
}

async function countAll(scope: Scope, query: KeyQuery, tries = TRIES): Promise<Overview> {
  const now = new Date();
  const before = await readRevision();
  const listed = await listKeys(scope, query);
  const sources = (await readSources(scope)).filter((source) => picksPlace(query.filters, source));
  // The same moments for the whole minute, so that they are counted once for everybody.
  const minuteMs = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const soon = (days: number) => new Date(minuteMs + days * DAY_MS);
  const { revision, keys } = await countTimes(scope, { createdEdges: ageEdges(now), deletesSoon: soon(SOON.deletes), expiresSoon: soon(SOON.expires) });
  if (revision !== before && tries > 1) return countAll(scope, query, tries - 1);
  const picked = new Set(sources.map(({ id }) => id));
  const counted = keys.filter(({ source, presence }) => picked.has(source) && presence !== "gone");
  const ahead = (field: "deletes" | "expires") => {
    const days = daysAhead(
      counted.map(({ [field]: at, n }) => ({ at, n })),
      now,
    );
    const count = counted.reduce((sum, { [field]: at, n }) => sum + (at.isSoon ? n : 0), 0);
    return { ...days, soon: { count, query: `${field}=..${SOON[field]}d` } };
  };
  const [deletes, expires] = [ahead("deletes"), ahead("expires")];
  const { total, undecided, facets, coverage } = listed;
  return {
    total,
    undecided,
    facets,
    deletes: deletes.days,
    expires: expires.days,
    otherDays: { deletes: deletes.others, expires: expires.others },
    soon: { deletes: deletes.soon, expires: expires.soon },
    ages: ageCounts(counted, now),
    sources: sourceCells(sources, counted, now, env().periodMinutes),
    coverage,
    asOf: now.toISOString(),
  };
}
