import { eq } from "drizzle-orm";
import type { Cloud } from "../clouds/cloud.ts";
import { resetCredential } from "../clouds/credential-gate.ts";
import { cloudOf } from "../clouds/registry.ts";
import type { Account, Credential } from "../model/account.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { type AccountRow, readAccount, updateAccount } from "../store/accounts.ts";
import { withTransaction } from "../store/database.ts";
import { identifyAccount } from "../store/identify-account.ts";
import { lockAccount } from "../store/lock-account.ts";
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
import { homeOf, sharesSite } from "./shares-site.ts";
import { sharedLedger } from "./shared-ledger.ts";
import { toAccount } from "./to-account.ts";

/**
 * Changes an account (`PATCH /accounts/{id}`). A new name, group or region goes without the secret; another cloud, endpoint, credential type or role is refused
 * with `credential_required` unless the whole credential stands in the input. Sources of regions that were taken out leave with their keys. Only what the
 * input names and the cloud answered is written; where somebody changed meanwhile what the cloud was asked with, nothing is (`conflict`).
 */
export async function editAccount(scope: Scope, id: string, input: unknown): Promise<Account> {
  const edit = parseAccountEdit(input);
  const version = await secretVersion(id);
  const before = await accountRow(scope, id);
  const cloud = cloudOf(edit.cloud ?? before.cloud);
  const endpoints = editedEndpoints(cloud, before, edit);
  if (!edit.credential) requireSameSite(cloud, before, edit);
  const credential = edit.credential ? checkCredential(cloud, edit.credential) : null;
  const chosen: Partial<AccountRow> = {
    ...(edit.name !== undefined && { name: edit.name }),
    ...(edit.groups && { groups: checkGroups(scope, edit.groups) }),
    ...(edit.limits && { limits: edit.limits }),
  };
  const isReadAnew = credential !== null || edit.regions !== undefined || edit.projects !== undefined;
  const again = isReadAnew ? await meetAgain(scope, cloud, { ...before, ...chosen, cloud: cloud.id, endpoints }, edit, credential) : null;
  const secret = credential && (await sealCredential(id, version + 1, { cloud: cloud.id, endpoints }, credential));
  const name = credential && (await credentialName(cloud, credential));
  await refuseTaken(() =>
    withTransaction(async (tx) => {
      const now = await lockAccount(tx, scope, id);
      if (!now) throw new Refusal("not_found", "There is no such account.");
      if (again && !isAsRead(before, now, version === (await secretVersion(id, tx)))) throw changedMeanwhile();
      if (cloud.id !== now.cloud) await tx.delete(sources).where(eq(sources.accountId, id));
      await updateAccount(tx, id, {
        ...chosen,
        ...again?.settled,
        ...(credential && again ? { cloud: cloud.id, endpoints, ...credentialColumns(cloud, credential, again.met), credentialName: name } : {}),
        ...(cloud.id === now.cloud ? {} : { cloudAccount: null }),
      });
      if (secret) await saveSecret(tx, id, secret);
      if (again?.met.identity) await identifyAccount(tx, id, again.met.identity);
      const after = again && (await readAccount(scope, id, tx));
      if (after) await alignSources(tx, after, again.met.places.wanted);
      if (credential && !again?.met.isRefused) await queueSources(tx, scope, { accountId: id, full: true });
      await bumpRevision(tx);
    }),
  );
  return toAccount(await accountRow(scope, id), scope);
}

/** What the cloud was asked with: an answer to other questions must not be written. */
function isAsRead(before: AccountRow, now: AccountRow, isSameSecret: boolean): boolean {
  const asked = ({ cloud, endpoints, regions, projects }: AccountRow) =>
    JSON.stringify([cloud, Object.entries(endpoints).sort(), regions, Object.entries(projects).sort()]);
  return isSameSecret && asked(before) === asked(now);
}

const changedMeanwhile = () =>
  new Refusal(
    "conflict",
    "Somebody else changed this account's regions, projects, endpoints or credential while the cloud was asked. Look at it and try again.",
  );

function editedEndpoints(cloud: Cloud, before: AccountRow, edit: AccountEdit): Record<string, string> {
  const kept = cloud.id === before.cloud ? before.endpoints : {};
  const endpoints = edit.endpoints ? checkEndpoints(cloud, edit.endpoints) : kept;
  const text = (addresses: Record<string, string>) => JSON.stringify(Object.entries(addresses).sort());
  if (!edit.credential && (cloud.id !== before.cloud || text(endpoints) !== text(before.endpoints))) {
    throw new Refusal("credential_required", "Another cloud or endpoint needs the credential again: it is only sent where it was given for.", "credential");
  }
  return endpoints;
}

function requireSameSite(cloud: Cloud, before: AccountRow, { regions }: AccountEdit): void {
  if (regions === undefined || sharesSite(cloud, before, homeOf(cloud, regions === "all" ? null : regions))) return;
  throw new Refusal("credential_required", "These regions are another company's: it needs a credential of its own.", "credential");
}

/** Settles regions and projects, and asks the cloud what follows from them. */
async function meetAgain(
  scope: Scope,
  cloud: Cloud,
  account: AccountRow,
  edit: AccountEdit,
  credential: Credential | null,
): Promise<{ met: Met; settled: Partial<AccountRow> }> {
  const unmet = credential && (await connectWith(cloud, credential, account));
  const { connection, credentialKey } = unmet ?? (await openConnection(scope, account.id));
  if (unmet) await resetCredential(credentialKey, sharedLedger());
  const regions = await checkRegions(cloud, edit.regions ?? account.regions ?? "all", account.endpoints, () => connection);
  const kept = Object.entries(account.projects).filter(([region]) => !regions || regions.includes(region));
  const projects = checkProjects(cloud, edit.projects ?? (cloud.hasProjects ? Object.fromEntries(kept) : {}), regions);
  const asked = { regions, projects, endpoints: account.endpoints };
  const met: Met = unmet
    ? await meetCloud(cloud, unmet, asked)
    : { identity: null, problem: account.problem, isRefused: false, places: await meetPlaces(cloud, connection, asked) };
  const { discovered, problem } = met.places;
  return { met, settled: { regions, projects, ...(discovered && { discovered }), discoveryProblem: problem, discoveryTriedAt: new Date().toISOString() } };
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
