import { CloudError } from "../../model/problem.ts";
import type { Answer, Identity, Project } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorAccount, vendorName } from "../vendor-trace.ts";
import type { Client } from "./client.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

const AUTH_PROJECTS = { operation: "auth/projects", method: "GET", path: "/v3/auth/projects" } as const;
const AUTH_DOMAINS = { operation: "auth/domains", method: "GET", path: "/v3/auth/domains" } as const;

/**
 * A password's token names its user; for an access key the domain is asked for. Neither call needs a permission (IAM iam_06_0003); where a
 * site lacks the first, the second names the domain's id too.
 */
export async function whoAmI(client: Client): Promise<Answer<Identity>> {
  const named = await client.signedIn();
  if (named) return named;
  try {
    const answer = await client.iam(null, AUTH_DOMAINS);
    const domain = rowsOf(answer, "domains")[0];
    return {
      value: { cloudAccount: idOf(answer, domain?.id), principal: typeof domain?.name === "string" ? vendorName(domain.name) : "unnamed" },
      call: answer.call,
    };
  } catch (error) {
    if (!(error instanceof CloudError) || error.kind !== "protocol") throw error;
    const answer = await client.iam(null, AUTH_PROJECTS);
    return { value: { cloudAccount: idOf(answer, rowsOf(answer, "projects")[0]?.domain_id), principal: "unnamed" }, call: answer.call };
  }
}

/** Every region that has a project of this credential. Projects that are no region's (`MOS`) hold no keys. */
export async function listRegions(client: Client, regionShape: RegExp): Promise<Answer<string[]>> {
  const answer = await client.iam(null, AUTH_PROJECTS);
  const regions = projectsIn(answer)
    .map((project) => project.name.split("_")[0] ?? "")
    .filter((name) => regionShape.test(name));
  return { value: [...new Set(regions)].sort(), call: answer.call };
}

/** The region's own project first, then its sub-projects (`{region}_{name}`): they hold keys too. */
export async function listProjects(client: Client, region: string): Promise<Answer<Project[]>> {
  const answer = await client.iam(region, AUTH_PROJECTS);
  const here = projectsIn(answer).filter(({ name }) => name === region || name.startsWith(`${region}_`));
  return { value: here.sort((a, b) => (a.name < b.name ? -1 : 1)), call: answer.call };
}

function projectsIn(answer: HuaweiAnswer): Project[] {
  return rowsOf(answer, "projects")
    .filter((row) => row.enabled !== false)
    .map((row) => {
      if (typeof row.id !== "string" || typeof row.name !== "string" || !row.id)
        throw answer.unreadable("project_unreadable", "The cloud listed a project without id or name.");
      return { id: row.id, name: row.name };
    });
}

function rowsOf(answer: HuaweiAnswer, name: string): JsonObject[] {
  const rows = answer.object()[name];
  if (!Array.isArray(rows) || !rows.every(isJsonObject)) throw answer.unreadable("list_missing", `The cloud's answer holds no ${name}.`);
  return rows;
}

function idOf(answer: HuaweiAnswer, id: unknown): string {
  const account = vendorAccount(id);
  if (account === null) throw answer.unreadable("identity_missing", "The cloud did not say which account this is.");
  return account;
}
