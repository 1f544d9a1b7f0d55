import { createHmac } from "node:crypto";
import type { Cloud, Connection } from "../clouds/cloud.ts";
import { type CallReport, openIo } from "../clouds/http.ts";
import type { Pace } from "../clouds/pace.ts";
import { cloudOf } from "../clouds/registry.ts";
import { env } from "../env.ts";
import type { Credential } from "../model/account.ts";
import type { Scope } from "../model/scope.ts";
import type { AccountRow } from "../store/accounts.ts";
import { deriveKey } from "../store/derive-key.ts";
import { openSecret } from "../store/secrets.ts";
import { accountRow } from "./list-accounts.ts";

export interface ConnectionOptions {
  onCall?: (report: CallReport) => void;
  signal?: AbortSignal;
  /** Shortened in tests. */
  pace?: Partial<Pace>;
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
export async function openConnection(scope: Scope, accountId: string, options: ConnectionOptions = {}): Promise<OpenAccount> {
  const account = await accountRow(scope, accountId);
  const secret = await openSecret(accountId);
  if (!secret) throw new Error(`account ${accountId} has no credential`);
  const cloud = cloudOf(account.cloud);
  const { connection, credentialKey } = await connectWith(cloud, secret.credential, account, options);
  return { account, cloud, connection, credentialKey };
}

/** Connects with a credential that is not stored yet. */
export async function connectWith(
  cloud: Cloud,
  credential: Credential,
  at: { endpoints: Record<string, string>; projects: Record<string, string>; regions: string[] | null },
  options: ConnectionOptions = {},
): Promise<{ connection: Connection; credentialKey: string }> {
  const credentialKey = createHmac("sha256", await deriveKey("credential-name"))
    .update(JSON.stringify([cloud.id, Object.entries(credential).sort()]))
    .digest("hex");
  const io = openIo({ cloud, credentialKey, allowedOrigins: env().allowedEndpoints, ...options });
  const settings = { credential, endpoints: at.endpoints, projects: at.projects, home: at.regions?.[0] ?? null };
  return { connection: cloud.connect(settings, io), credentialKey };
}
