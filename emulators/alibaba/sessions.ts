import type { WorldAccount } from "../world.ts";

/** A key pair and what opens with it; temporary ones carry a token and an end. */
export interface Session {
  account: WorldAccount;
  secret: string;
  securityToken: string | null;
  expiresAt: Date | null;
  principal: string;
}

/** Every key pair the world's accounts start with, by access key id. Sessions of AssumeRole are added as they are made. */
export function worldSessions(accounts: readonly WorldAccount[]): Map<string, Session> {
  const sessions = new Map<string, Session>();
  for (const account of accounts.filter((each) => each.cloud === "alibaba")) {
    for (const credential of [account.credential, ...account.otherCredentials]) {
      sessions.set(credential.accessKeyId ?? "", {
        account,
        secret: credential.accessKeySecret ?? "",
        securityToken: credential.securityToken ?? null,
        expiresAt: null,
        principal: account.principal,
      });
    }
  }
  return sessions;
}
