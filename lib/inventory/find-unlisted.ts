import type { Problem } from "../model/problem.ts";
import type { Coverage, SourceAddress } from "../model/source.ts";
import type { Filter } from "../query/query.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { StoredSource } from "../store/sources.ts";
import { picksPlace } from "./picks-place.ts";

/**
 * Regions and projects that a credential can see and its account does not read, as far as the query asks for them: null, with a problem each,
 * when an account's discovery failed. Accounts that the query cannot mean do not count.
 * `unknown`: accounts of which not one source is known, because nobody told their regions: each counts as one that was never read.
 */
export function findUnlisted(
  accounts: readonly AccountRow[],
  sources: readonly StoredSource[],
  filters: readonly Filter[],
): { unlisted: Coverage["unlisted"]; unknown: number; problems: Problem[] } {
  const picked = accounts.filter(({ id, name, cloud }) =>
    picksPlace(
      filters.filter(({ field }) => field === "cloud" || field === "account"),
      { cloud, account: { id, name }, region: "", project: null },
    ),
  );
  const problems = picked.flatMap(({ id, discovered, discoveryProblem }) =>
    discovered === null && discoveryProblem ? [{ account: id, region: "*", ...discoveryProblem }] : [],
  );
  // A refused credential rests, and its sources grow old without a try: why, is said from the start.
  for (const { id, restsSince, problem } of picked)
    if (restsSince !== null && problem && !problems.some(({ account, code }) => account === id && code === problem.code))
      problems.push({ account: id, region: "*", ...problem });
  const sourcesOf = Map.groupBy(sources, ({ account }) => account.id);
  const unknown = picked.filter(({ id, discovered }) => discovered === null && !sourcesOf.has(id)).length;
  if (picked.some(({ discovered }) => discovered === null)) return { unlisted: null, unknown, problems };
  const unlisted = picked.flatMap(({ id, name, cloud, discovered }) => {
    const read = sourcesOf.get(id) ?? [];
    // A region without a named project is read when any of its projects is.
    const isRead = (place: SourceAddress) =>
      read.some(({ region, project }) => region === place.region && (place.project === null || project === place.project));
    const asked = (discovered ?? []).filter((place) => !isRead(place) && picksPlace(filters, { cloud, account: { id, name }, ...place }));
    return asked.map(({ region, project }) => ({ account: id, region, ...(project === null ? {} : { project }) }));
  });
  return { unlisted, unknown, problems };
}
