import { eq } from "drizzle-orm";
import type { Cloud } from "../clouds/cloud.ts";
import { resetCredential } from "../clouds/credential-gate.ts";
import { cloudOf } from "../clouds/registry.ts";
import type { Account, Credential } from "../model/account.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { type AccountRow, updateAccount } from "../store/accounts.ts";
import { withTransaction } from "../store/database.ts";
import { identifyAccount } from "../store/identify-account.ts";
import { bumpRevision } from "../store/revision.ts";
import { sources } from "../store/schema.ts";
import { saveSecret, sealCredential, secretVersion } from "../store/secrets.ts";
import { queueSources } from "../store/sources.ts";
import { type AccountEdit, parseAccountEdit } from "./account-input.ts";
import { alignSources } from "./align-sources.ts";
import { checkCredential, credentialHint } from "./check-credential.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkGroups } from "./check-groups.ts";
import { checkProjects, checkRegions } from "./check-regions.ts";
import { accountRow } from "./list-accounts.ts";
import { type Met, meetCloud, meetPlaces } from "./meet-cloud.ts";
import { connectWith, credentialName, openConnection } from "./open-connection.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { sharedLedger } from "./shared-ledger.ts";
import { toAccount } from "./to-account.ts";

/**
 * Changes an account (`PATCH /accounts/{id}`). A new name, group or region goes without the secret; another cloud, endpoint, credential type or role is refused
 * with `credential_required` unless the whole credential stands in the input. Sources of regions that were taken out leave with their keys.
 */
export async function editAccount(scope: Scope, id: string, input: unknown): Promise<Account> {
  const edit = parseAccountEdit(input);
  const before = await accountRow(scope, id);
  const cloud = cloudOf(edit.cloud ?? before.cloud);
  const endpoints = editedEndpoints(cloud, before, edit);
  const credential = edit.credential ? checkCredential(cloud, edit.credential) : null;
  const groups = edit.groups && checkGroups(scope, edit.groups);
  const chosen = { name: edit.name ?? before.name, groups: groups ?? before.groups, limits: edit.limits ?? before.limits };
  const after = { ...before, ...chosen, cloud: cloud.id, endpoints };
  const isReadAnew = credential !== null || edit.regions !== undefined || edit.projects !== undefined;
  const met = isReadAnew ? await meetAgain(scope, cloud, after, edit, credential) : null;
  const secret = credential && (await sealCredential(id, (await secretVersion(id)) + 1, after, credential));
  const name = credential && (await credentialName(cloud, credential));
  // Others may write these meanwhile.
  const { credentialName: _name, restsSince: _rests, ...kept } = after;
  await refuseTaken(() =>
    withTransaction(async (tx) => {
      if (cloud.id !== before.cloud) await tx.delete(sources).where(eq(sources.accountId, id));
      await updateAccount(tx, id, {
        ...kept,
        ...(credential && met ? { ...credentialColumns(cloud, credential, met), credentialName: name } : {}),
        ...(cloud.id === before.cloud ? {} : { cloudAccount: null }),
      });
      if (secret) await saveSecret(tx, id, secret);
      if (met?.identity) await identifyAccount(tx, id, met.identity);
      if (met)
        await alignSources(
          tx,
          { ...after, cloudAccount: met.identity?.cloudAccount ?? (cloud.id === before.cloud ? before.cloudAccount : null) },
          met.places.wanted,
        );
      if (credential && !met?.isRefused) await queueSources(tx, scope, { accountId: id });
      await bumpRevision(tx);
    }),
  );
  return toAccount(await accountRow(scope, id), scope);
}

function editedEndpoints(cloud: Cloud, before: AccountRow, edit: AccountEdit): Record<string, string> {
  const kept = cloud.id === before.cloud ? before.endpoints : {};
  const endpoints = edit.endpoints ? checkEndpoints(cloud, edit.endpoints) : kept;
  const text = (addresses: Record<string, string>) => JSON.stringify(Object.entries(addresses).sort());
  if (!edit.credential && (cloud.id !== before.cloud || text(endpoints) !== text(before.endpoints))) {
    throw new Refusal("credential_required", "Another cloud or endpoint needs the credential again: it is only sent where it was given for.", "credential");
  }
  return endpoints;
}

/** Settles regions and projects in `after`, and asks the cloud what follows from them. */
async function meetAgain(scope: Scope, cloud: Cloud, after: AccountRow, edit: AccountEdit, credential: Credential | null): Promise<Met> {
  const { connection, credentialKey } = credential ? await connectWith(cloud, credential, after) : await openConnection(scope, after.id);
  if (credential) await resetCredential(credentialKey, sharedLedger());
  after.regions = await checkRegions(cloud, edit.regions ?? after.regions ?? "all", after.endpoints, () => connection);
  const kept = Object.entries(after.projects).filter(([region]) => !after.regions || after.regions.includes(region));
  after.projects = checkProjects(cloud, edit.projects ?? (cloud.hasProjects ? Object.fromEntries(kept) : {}), after.regions);
  const met: Met = credential
    ? await meetCloud(cloud, connection, after)
    : { identity: null, problem: after.problem, isRefused: false, places: await meetPlaces(cloud, connection, after) };
  after.discovered = met.places.discovered ?? after.discovered;
  after.discoveryProblem = met.places.problem;
  after.discoveryTriedAt = new Date().toISOString();
  return met;
}

function credentialColumns(cloud: Cloud, credential: Credential, met: Met): Partial<AccountRow> {
  const now = new Date().toISOString();
  return {
    credentialType: credential.type,
    credentialHint: credentialHint(cloud, credential),
    credentialSetAt: now,
    problem: met.problem,
    restsSince: met.isRefused ? now : null,
  };
}
