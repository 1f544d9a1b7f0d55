import { cloudOf } from "../clouds/registry.ts";
import { env } from "../env.ts";
import type { Problem } from "../model/problem.ts";
import type { Scope } from "../model/scope.ts";
import type { SourceRow } from "../model/source.ts";
import { readAccounts } from "../store/accounts.ts";
import { readSources, type StoredSource } from "../store/sources.ts";
import { estimateReading } from "./estimate-reading.ts";

const LISTING_CODES: ReadonlySet<string> = new Set(["count-mismatch", "listing-limited"]);

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
    const pacing = { perSecond, periodMinutes, describeHours, classes: census?.values.length ?? 0 };
    const next = estimateReading(source, pacing);
    const asked = estimateReading({ ...source, state: "queued", isFull: true }, pacing);
    const rests = resting.get(account.id);
    const refused = rests ? { account: account.id, region, ...(project === null ? {} : { project }), ...rests } : null;
    const why = problem ?? refused ?? listingProblem(source);
    return { account, cloud, region, project, state, outcome, lastReadAt, lastTriedAt, problem: why, held, claimed, onlySpecs, about, cost, next, asked };
  });
}

/** Of a source that was read: why its listing is not whole. Refused and failed details are told by the cells. */
function listingProblem({ countMismatch, onlySpecs, problems }: Pick<StoredSource, "countMismatch" | "onlySpecs" | "problems">): Problem | null {
  return countMismatch || onlySpecs !== null ? (problems.find(({ code }) => LISTING_CODES.has(code)) ?? null) : null;
}
