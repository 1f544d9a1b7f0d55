import { CloudError } from "../../model/problem.ts";
import type { Answer, Project } from "../cloud.ts";
import type { Client, HuaweiCall } from "./client.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { rowsOf } from "./rows-of.ts";

/** Needs no permission (IAM iam_06_0003). */
export const AUTH_PROJECTS: HuaweiCall = { operation: "auth/projects", method: "GET", path: "/v3/auth/projects" };
/** Needs the right to list projects; without `name` it lists all. */
const ALL_PROJECTS: HuaweiCall = { operation: "projects", method: "GET", path: "/v3/projects" };

/** Every region that has a project of this credential. Projects that are no region's (`MOS`) hold no keys. */
export async function listRegions(client: Client, regionShape: RegExp): Promise<Answer<string[]>> {
  const answer = await askProjects(client, null);
  const regions = projectsIn(answer)
    .map((project) => project.name.split("_")[0] ?? "")
    .filter((name) => regionShape.test(name));
  return { value: [...new Set(regions)].sort(), call: answer.call };
}

/**
 * The region's own project first, then its sub-projects (`{region}_{name}`): they hold keys too. Where IAM lists no projects at all, a password's token
 * for the region names the region's own.
 */
export async function listProjects(client: Client, region: string): Promise<Answer<Project[]>> {
  try {
    const answer = await askProjects(client, region);
    const here = projectsIn(answer).filter(({ name }) => name === region || name.startsWith(`${region}_`));
    return { value: here.sort((a, b) => (a.name < b.name ? -1 : 1)), call: answer.call };
  } catch (error) {
    if (!isUntold(error)) throw error;
    const own = await client.ownProject(region);
    if (own === null) throw error;
    return { value: [own.value], call: own.call };
  }
}

/** A site without the first list may have the second; what stands in the problem is why the first was not told. */
async function askProjects(client: Client, region: string | null): Promise<HuaweiAnswer> {
  try {
    return await client.iam(region, AUTH_PROJECTS);
  } catch (error) {
    if (!isUntold(error)) throw error;
    try {
      return await client.iam(region, ALL_PROJECTS);
    } catch (second) {
      throw isUntold(second) ? error : second;
    }
  }
}

/** The site lacks the call, or the user its permission; a site that is down may tell later. */
const isUntold = (error: unknown) => error instanceof CloudError && (error.kind === "protocol" || error.kind === "forbidden");

function projectsIn(answer: HuaweiAnswer): Project[] {
  return rowsOf(answer, answer.object().projects, "projects")
    .filter((row) => row.enabled !== false)
    .map((row) => {
      if (typeof row.id !== "string" || typeof row.name !== "string" || !row.id)
        throw answer.unreadable("project_unreadable", "The cloud listed a project without id or name.");
      return { id: row.id, name: row.name };
    });
}
