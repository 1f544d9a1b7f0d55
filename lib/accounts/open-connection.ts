import { createHmac } from "node:crypto";
import type { Cloud, Connection, ConnectionSettings, Io } from "../clouds/cloud.ts";
import { type CallReport, type IoOptions, openIo } from "../clouds/http.ts";
import type { Pace } from "../clouds/pace.ts";
import { cloudOf } from "../clouds/registry.ts";
import { forgetGrants } from "../clouds/shared-grants.ts";
import { env } from "../env.ts";
import type { AccountLimits, Credential } from "../model/account.ts";
import type { CloudError } from "../model/problem.ts";
import type { Scope } from "../model/scope.ts";
import { type AccountRow, nameCredential, readLimits, restAccount } from "../store/accounts.ts";
import { deriveKey } from "../store/derive-key.ts";
import { openSecret } from "../store/secrets.ts";
import { cloudProblem } from "./cloud-problem.ts";
import { accountRow } from "./list-accounts.ts";
import { sharedLedger } from "./shared-ledger.ts";

export interface ConnectionOptions {
  onCall?: (report: CallReport) => void;
  onBegin?: () => void;
  signal?: AbortSignal;
  /** Shortened in tests. */
  pace?: Partial<Pace>;
  /** True where the answer must show what the credential may do now: it signs in anew. Default false. */
  anew?: boolean;
}

export interface OpenAccount {
  account: AccountRow;
  cloud: Cloud;
  connection: Connection;
  /** Names the credential in budgets and breakers. */
  credentialKey: string;
}

/**
 * Opens an account's credential and connects to its cloud; nothing is sent yet. Throws Refusal `not_found` for an account that is absent or not the asker's,
 * SealError when the credential does not belong to the account as it stands.
 */
export async function openConnection(scope: Scope, accountId: string, { anew, ...options }: ConnectionOptions = {}): Promise<OpenAccount> {
  const account = await accountRow(scope, accountId);
  const secret = await openSecret(accountId);
  if (!secret) throw new Error(`account ${accountId} has no credential`);
  const cloud = cloudOf(account.cloud);
  const credentialKey = await credentialName(cloud, secret.credential);
  if (anew) forgetGrants(sharedLedger(), credentialKey);
  if (account.credentialName !== credentialKey) await nameCredential(accountId, credentialKey);
  const io = {
    ...options,
    credentialKey,
    budgetKey: await accountName(account),
    pace: { ...withinLimits(cloud.pace, await readLimits(account)), ...options.pace },
    onRefused: (error: CloudError) => restAccount(accountId, cloudProblem(error)),
  };
  return { account, cloud, connection: cloud.connect(settingsOf(secret.credential, account), wayOut(cloud, io)), credentialKey };
}

interface Settings {
  endpoints: Record<string, string>;
  projects: Record<string, string>;
  regions: string[] | null;
  limits: AccountLimits;
}

export interface Unmet {
  connection: Connection;
  credentialKey: string;
  /** From now on the connection draws on this account's budgets, as its readings do, and keeps to all limits set for it. What it learnt stays with it. */
  draw(cloudAccount: string): Promise<void>;
}

/** Connects with a credential that is not stored yet. */
export async function connectWith(cloud: Cloud, credential: Credential, at: Settings): Promise<Unmet> {
  const credentialKey = await credentialName(cloud, credential);
  forgetGrants(sharedLedger(), credentialKey);
  const paced = (limits: AccountLimits[], budgetKey?: string) => wayOut(cloud, { credentialKey, budgetKey, pace: withinLimits(cloud.pace, limits) });
  let way = paced([at.limits]);
  return {
    connection: cloud.connect(settingsOf(credential, at), { ...way, send: (call) => way.send(call) }),
    credentialKey,
    draw: async (cloudAccount) => {
      const owner = { cloud: cloud.id, cloudAccount };
      way = paced([at.limits, ...(await readLimits(owner))], await accountName(owner));
    },
  };
}

const settingsOf = (credential: Credential, at: Omit<Settings, "limits">): ConnectionSettings => ({
  credential,
  endpoints: at.endpoints,
  projects: at.projects,
  home: at.regions?.[0] ?? null,
});

/** Every connection of the product draws on the budgets that all processes share. */
function wayOut(cloud: Cloud, io: Omit<IoOptions, "cloud" | "allowedOrigins" | "proxy" | "ledger">): Io {
  const { allowedEndpoints: allowedOrigins, outboundProxy: proxy } = env();
  return openIo({ cloud, allowedOrigins, proxy, ledger: sharedLedger(), sharesGrants: true, ...io });
}

/** What budgets and refusals call a credential: nobody can tell the credential from it. */
export const credentialName = (cloud: Cloud, credential: Credential): Promise<string> =>
  secretName("credential-name", [cloud.id, Object.entries(credential).sort()]);

/** What budgets call the cloud account, once the cloud told whose it is. */
const accountName = async ({ cloud, cloudAccount }: Pick<AccountRow, "cloud" | "cloudAccount">): Promise<string | undefined> =>
  cloudAccount === null ? undefined : secretName("account-name", [cloud, cloudAccount]);

async function secretName(purpose: string, named: unknown): Promise<string> {
  return createHmac("sha256", await deriveKey(purpose))
    .update(JSON.stringify(named))
    .digest("hex");
}

/** The strictest of the users' limits; never above the cloud's own pace. */
function withinLimits(pace: Cloud["pace"], limits: readonly AccountLimits[]): Partial<Pace> {
  const least = (own: number, wishes: (number | null)[]) => Math.min(own, ...wishes.filter((wish) => wish !== null));
  return {
    perSourcePerSecond: least(
      pace.perSourcePerSecond,
      limits.map(({ perSecond }) => perSecond),
    ),
    perSourceInFlight: least(
      pace.perSourceInFlight,
      limits.map(({ inFlight }) => inFlight),
    ),
  };
}
