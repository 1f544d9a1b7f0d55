import type { Scope } from "../model/scope.ts";
import type { SourceRow } from "../model/source.ts";
import { readSources } from "../store/sources.ts";

/** Every source that the asker may see: what it does now and how its last reading ended. */
export async function listSources(scope: Scope): Promise<SourceRow[]> {
  const sources = await readSources(scope);
  return sources.map(({ account, cloud, region, project, state, outcome, lastReadAt, lastTriedAt, problem, held, claimed, onlySpecs, about, cost }) => ({
    account,
    cloud,
    region,
    project,
    state,
    outcome,
    lastReadAt,
    lastTriedAt,
    problem,
    held,
    claimed,
    onlySpecs,
    about,
    cost,
  }));
}
