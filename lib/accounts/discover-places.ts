import type { Cloud, Connection } from "../clouds/cloud.ts";
import type { SourceAddress } from "../model/source.ts";
import type { AccountProblem } from "../store/accounts.ts";
import { cloudProblem } from "./cloud-problem.ts";
import { sharesSite } from "./shares-site.ts";

export interface Places {
  /** What the account reads. A region whose projects nobody told us stands with `project: null`. */
  wanted: SourceAddress[];
  /** All that the credential can see; null when the cloud did not tell. */
  discovered: SourceAddress[] | null;
  problem: AccountProblem | null;
}

interface Asked {
  regions: string[] | null;
  projects: Record<string, string>;
  endpoints: Record<string, string>;
}

/**
 * Asks the cloud for its regions and, where it has them, for the projects of the account's regions; of another company's regions it takes note and asks
 * nothing. A refusal is a problem, not an error.
 */
export async function discoverPlaces(cloud: Cloud, connection: Pick<Connection, "regions" | "projects">, account: Asked): Promise<Places> {
  let problem: AccountProblem | null = null;
  const tried = async <T>(ask: () => Promise<{ value: T }>): Promise<T | null> => {
    try {
      return (await ask()).value;
    } catch (error) {
      problem ??= cloudProblem(error);
      return null;
    }
  };
  const seen = await tried(() => connection.regions());
  const regions = account.regions ?? (seen ?? []).filter((region) => sharesSite(cloud, account, region));
  const inRegions = await Promise.all(
    regions.map(async (region) => {
      const found = cloud.hasProjects ? await tried(async () => projectsOf(connection, region)) : [null];
      return { region, found, given: account.projects[region] };
    }),
  );
  const wanted = inRegions.flatMap(({ region, found, given }): SourceAddress[] => {
    if (given !== undefined && cloud.hasProjects) return [{ region, project: given }];
    return found && found.length > 0 ? found.map((project) => ({ region, project })) : [{ region, project: null }];
  });
  const elsewhere = (seen ?? []).filter((region) => !regions.includes(region)).map((region) => ({ region, project: null }));
  const visible = inRegions.flatMap(({ region, found }) => (found ?? []).filter(() => seen?.includes(region) ?? false).map((project) => ({ region, project })));
  return { wanted, discovered: seen && inRegions.every(({ found }) => found) ? [...visible, ...elsewhere] : null, problem };
}

async function projectsOf(connection: Pick<Connection, "projects">, region: string): Promise<{ value: (string | null)[] }> {
  const answer = await connection.projects?.(region);
  return { value: answer ? answer.value.map(({ id }) => id) : [null] };
}
