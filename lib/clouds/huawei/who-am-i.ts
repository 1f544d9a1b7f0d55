import { CloudError } from "../../model/problem.ts";
import type { Answer, Identity } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { vendorAccount, vendorName } from "../vendor-trace.ts";
import type { Client, HuaweiCall } from "./client.ts";
import { AUTH_PROJECTS } from "./list-projects.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { rowsOf } from "./rows-of.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";

const AUTH_DOMAINS: HuaweiCall = { operation: "auth/domains", method: "GET", path: "/v3/auth/domains" };
const UNNAMED = "unnamed";

/**
 * A password's token names its user. An access key's projects name the domain (iam_06_0003, without a permission); what the domain is called, only
 * `auth/domains` tells, which some sites lack. Where IAM refuses the key and the account names a project by itself, its keys tell: an IAM that knows
 * tokens only says nothing about a key that the key service takes.
 */
export async function whoAmI(client: Client, named: { region: string; project: string } | null): Promise<Answer<Identity>> {
  const signedIn = await client.signedIn();
  if (signedIn) return signedIn;
  try {
    const answer = await client.iam(null, AUTH_PROJECTS);
    const cloudAccount = idOf(
      answer,
      rowsOf(answer, answer.object().projects, "projects").map((row) => row.domain_id),
    );
    return { value: { cloudAccount, principal: await domainName(client) }, call: answer.call };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.kind === "protocol" || error.kind === "forbidden") return byDomain(client);
    if (error.kind === "auth" && error.operation === AUTH_PROJECTS.operation && named) return byKeys(client, named);
    throw error;
  }
}

async function byDomain(client: Client): Promise<Answer<Identity>> {
  const answer = await client.iam(null, AUTH_DOMAINS);
  const rows = rowsOf(answer, answer.object().domains, "domains");
  const ids = rows.map((row) => row.id);
  return { value: { cloudAccount: idOf(answer, ids), principal: nameOf(rows[0]?.name) }, call: answer.call };
}

async function byKeys(client: Client, named: { region: string; project: string }): Promise<Answer<Identity>> {
  const answer = await client.kms(named, { operation: "list-keys", method: "POST", path: "kms/list-keys", body: { limit: "1" } });
  const details = rowsOf(answer, answer.object().key_details ?? [], "key_details").map(withTrimmedNames);
  const ids = details.map((row) => textOf(row.domain_id));
  return { value: { cloudAccount: idOf(answer, ids), principal: UNNAMED }, call: answer.call };
}

/** For people alone: a site that does not tell it takes nothing away from the answer. */
async function domainName(client: Client): Promise<string> {
  try {
    const answer = await client.iam(null, AUTH_DOMAINS);
    const domains = answer.object().domains;
    const first: unknown = Array.isArray(domains) ? domains[0] : undefined;
    return nameOf(isJsonObject(first) ? first.name : undefined);
  } catch (error) {
    if (error instanceof CloudError) return UNNAMED;
    throw error;
  }
}

const nameOf = (name: unknown): string => (typeof name === "string" && name ? vendorName(name) : UNNAMED);

function idOf(answer: HuaweiAnswer, ids: readonly unknown[]): string {
  const account = ids.map(vendorAccount).find((id) => id !== null);
  if (account === undefined) throw answer.unreadable("identity_missing", "The cloud did not say which account this is.");
  return account;
}
