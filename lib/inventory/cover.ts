import { env } from "../env.ts";
import type { Scope } from "../model/scope.ts";
import type { Coverage } from "../model/source.ts";
import type { KeyQuery } from "../query/query.ts";
import { type AccountRow, readAccounts } from "../store/accounts.ts";
import { RevisionMemory } from "../store/revision-memory.ts";
import { readSources, type StoredSource } from "../store/sources.ts";
import { findUnlisted } from "./find-unlisted.ts";
import { picksPlace } from "./picks-place.ts";
import { sumCoverage } from "./sum-coverage.ts";

/** One for each set of groups. Progress of a reading moves without a change of the inventory: it is no part of coverage. */
const memory = new RevisionMemory<[AccountRow[], StoredSource[]]>(20);

/**
 * What of the inventory that a query asks for was really read: over the sources that the asker may see and the query's cloud, account, region and
 * project pick.
 */
export async function cover(scope: Scope, { filters }: Pick<KeyQuery, "filters">, now: Date): Promise<Coverage> {
  const [accounts, sources] = await memory.recall(JSON.stringify(scope.groups), () => Promise.all([readAccounts(scope), readSources(scope)]));
  const picked = sources.filter((source) => picksPlace(filters, source));
  return sumCoverage(picked, { now, periodMinutes: env().periodMinutes, ...findUnlisted(accounts, sources, filters) });
}
