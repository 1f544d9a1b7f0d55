import type { Cloud, Connection } from "../clouds/cloud.ts";
import { CloudError } from "../model/problem.ts";
import type { AccountProblem } from "../store/accounts.ts";
import { cloudProblem } from "./cloud-problem.ts";
import { discoverPlaces, type Places } from "./discover-places.ts";
import type { Unmet } from "./open-connection.ts";

export interface Met {
  identity: { cloudAccount: string; principal: string } | null;
  problem: AccountProblem | null;
  /** The credential itself was refused: then nothing more is asked with it. */
  isRefused: boolean;
  places: Places;
}

interface Asked {
  /** null = all that the cloud names. */
  regions: string[] | null;
  projects: Record<string, string>;
  endpoints: Record<string, string>;
}

/** How long the cloud may take to say who this is, and then for its regions and projects. */
const ANSWER_MS = 20_000;

/** Asks the cloud once who this is, and for regions and projects. What it refuses, or does not answer in time, is a problem and no error. */
export async function meetCloud(cloud: Cloud, { connection, draw }: Pick<Unmet, "connection" | "draw">, asked: Asked): Promise<Met> {
  const met: Met = { identity: null, problem: null, isRefused: false, places: { wanted: unasked(cloud, asked), discovered: null, problem: null } };
  try {
    met.identity = (await inTime(connection.check())).value;
  } catch (error) {
    met.problem = cloudProblem(error);
    met.isRefused = error instanceof CloudError && error.kind === "auth";
  }
  if (met.isRefused) return { ...met, places: { ...met.places, problem: met.problem } };
  if (met.identity) await draw(met.identity.cloudAccount);
  return { ...met, places: await meetPlaces(cloud, connection, asked) };
}

/** The second half of it. */
export async function meetPlaces(cloud: Cloud, connection: Connection, asked: Asked): Promise<Places> {
  try {
    return await inTime(discoverPlaces(cloud, connection, asked));
  } catch (error) {
    return { wanted: unasked(cloud, asked), discovered: null, problem: cloudProblem(error) };
  }
}

/** The places that the input names by itself. */
const unasked = (cloud: Cloud, { regions, projects }: Asked) =>
  (regions ?? []).map((region) => ({ region, project: cloud.hasProjects ? (projects[region] ?? null) : null }));

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = AbortSignal.timeout(ANSWER_MS);
  return Promise.race([work, new Promise<never>((_, reject) => late.addEventListener("abort", () => reject(late.reason as Error), { once: true }))]);
}
