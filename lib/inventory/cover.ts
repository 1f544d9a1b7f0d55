import { env } from "../env.ts";
import type { Scope } from "../model/scope.ts";
import type { Coverage } from "../model/source.ts";
import type { KeyQuery } from "../query/query.ts";
import { readAccounts } from "../store/accounts.ts";
import { readSources } from "../store/sources.ts";
import { findUnlisted } from "./find-unlisted.ts";
import { picksPlace } from "./picks-place.ts";
import { sumCoverage } from "./sum-coverage.ts";

/**
 * What of the inventory that a query asks for was really read: over the sources that the asker may see and the query's cloud, account, region and
 * project pick.
 */
export async function cover(scope: Scope, { filters }: Pick<KeyQuery, "filters">, now: Date): Promise<Coverage> {
  const [accounts, sources] = await Promise.all([readAccounts(scope), readSources(scope)]);
  const picked = sources.filter((source) => picksPlace(filters, source));
  return sumCoverage(picked, { now, periodMinutes: env().periodMinutes, ...findUnlisted(accounts, sources, filters) });
}
