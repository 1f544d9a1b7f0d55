import { cloudOf } from "../clouds/registry.ts";
import type { Account } from "../model/account.ts";
import { newId } from "../model/new-id.ts";
import type { Scope } from "../model/scope.ts";
import { type AccountRow, insertAccount } from "../store/accounts.ts";
import { withTransaction } from "../store/database.ts";
import { bumpRevision } from "../store/revision.ts";
import { saveSecret, sealCredential } from "../store/secrets.ts";
import { insertSources, placeOf } from "../store/sources.ts";
import { parseNewAccount } from "./account-input.ts";
import { checkCredential, credentialHint } from "./check-credential.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkGroups } from "./check-groups.ts";
import { checkProjects, checkRegions } from "./check-regions.ts";
import { easeCredential } from "./ease-credential.ts";
import { meetCloud } from "./meet-cloud.ts";
import { connectWith } from "./open-connection.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { toAccount } from "./to-account.ts";

/**
 * Connects an account (`POST /accounts`) and queues its first reading. The cloud is asked once who this is; if that fails the account is kept, unread,
 * with the problem. Throws Refusal `invalid_body`, `endpoint_not_allowed`, `unknown_region`, `name_taken` or `already_connected`, naming the field.
 * `eased`: credentials that were tried already on this person's word, for many accounts at once; this one is added.
 */
export async function connectAccount(scope: Scope, input: unknown, { eased }: { eased?: Set<string> } = {}): Promise<Account> {
  const asked = parseNewAccount(input);
  const cloud = cloudOf(asked.cloud);
  const groups = checkGroups(scope, asked.groups);
  const endpoints = checkEndpoints(cloud, asked.endpoints);
  const credential = checkCredential(cloud, asked.credential);
  const settings = { endpoints, projects: asked.projects, regions: asked.regions === "all" ? null : asked.regions, limits: asked.limits };
  const unmet = await connectWith(cloud, credential, settings);
  const { connection, credentialKey } = unmet;
  if (!eased?.has(credentialKey)) {
    eased?.add(credentialKey);
    await easeCredential(credentialKey);
  }
  const regions = await checkRegions(cloud, asked.regions, endpoints, () => connection);
  const projects = checkProjects(cloud, asked.projects, regions);
  const met = await meetCloud(cloud, unmet, { projects, regions, endpoints });
  const now = new Date().toISOString();
  const row: AccountRow = {
    id: newId(),
    cloud: cloud.id,
    name: asked.name,
    regions,
    groups,
    endpoints,
    projects,
    limits: asked.limits,
    cloudAccount: met.identity?.cloudAccount ?? null,
    principal: met.identity?.principal ?? null,
    identifiedAt: met.identity ? now : null,
    credentialType: credential.type,
    credentialHint: credentialHint(cloud, credential),
    credentialSetAt: now,
    credentialName: credentialKey,
    problem: met.problem,
    discovered: met.places.discovered,
    discoveryProblem: met.places.problem,
    discoveryTriedAt: now,
    restsSince: met.isRefused ? now : null,
    createdAt: now,
  };
  const secret = await sealCredential(row.id, 1, row, credential);
  await refuseTaken(() =>
    withTransaction(async (tx) => {
      await insertAccount(tx, row);
      await saveSecret(tx, row.id, secret);
      await insertSources(
        tx,
        met.places.wanted.map((at) => ({ id: newId(), accountId: row.id, ...at, place: placeOf({ ...row, ...at }) })),
        { idle: met.isRefused },
      );
      await bumpRevision(tx);
    }),
  );
  return toAccount(row, scope);
}
