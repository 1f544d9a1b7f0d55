import { cloudOf } from "../clouds/registry.ts";
import { env } from "../env.ts";
import type { Scope } from "../model/scope.ts";
import type { SourceRow } from "../model/source.ts";
import { readAccounts } from "../store/accounts.ts";
import { readSources } from "../store/sources.ts";
import { estimateReading } from "./estimate-reading.ts";

/** Every source that the asker may see: what it does now, how its last reading ended, and what the next one will cost. */
export async function listSources(scope: Scope): Promise<SourceRow[]> {
  const [sources, accounts] = await Promise.all([readSources(scope), readAccounts(scope)]);
  const resting = new Map(accounts.flatMap(({ id, restsSince, problem }) => (restsSince !== null && problem ? [[id, problem] as const] : [])));
  const limits = new Map(accounts.map(({ id, limits: { perSecond } }) => [id, perSecond]));
  const { periodMinutes, describeHours } = env();
  return sources.map((source) => {
    const { account, cloud, region, project, state, outcome, lastReadAt, lastTriedAt, problem, held, claimed, onlySpecs, about, cost } = source;
    const { pace, census } = cloudOf(cloud);
    const perSecond = Math.min(pace.perSourcePerSecond, limits.get(account.id) ?? Number.POSITIVE_INFINITY);
    const next = estimateReading(source, { perSecond, periodMinutes, describeHours, classes: census?.values.length ?? 0 });
    const rests = resting.get(account.id);
    const why = problem ?? (rests ? { account: account.id, region, ...(project === null ? {} : { project }), ...rests } : null);
    return { account, cloud, region, project, state, outcome, lastReadAt, lastTriedAt, problem: why, held, claimed, onlySpecs, about, cost, next };
  });
}
