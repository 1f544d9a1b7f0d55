import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { connectAccount } from "../../accounts/connect-account.ts";
import { QUICK } from "../../clouds/testing/open-emulated.ts";
import { forgetEnv } from "../../env.ts";
import type { Account } from "../../model/account.ts";
import { SYSTEM_SCOPE } from "../../model/system-scope.ts";
import { claimSource } from "../../store/source-lease.ts";
import { useTestDatabase } from "../../store/test-database.ts";
import { runClaim } from "../../sync/run-claim.ts";

export interface ConnectedWorld {
  clouds: Emulators;
  accounts: Account[];
}

/** The emulated clouds with an account of each connected, and read whole unless `read` is false, before each test. `pageSize` is the clouds'. */
export function useConnectedWorld({ read = true, pageSize = 7 }: { read?: boolean; pageSize?: number } = {}): ConnectedWorld {
  useTestDatabase();
  const connected: ConnectedWorld = { clouds: undefined as never, accounts: [] };
  beforeAll(async () => {
    connected.clouds = await startEmulators({ pageSize });
    process.env.KEYATLAS_ALLOWED_ENDPOINTS = Object.values(connected.clouds.clouds)
      .map(({ origin }) => origin)
      .join(",");
    forgetEnv();
  });
  beforeEach(async () => {
    const { world, clouds } = connected.clouds;
    for (const cloud of Object.values(clouds)) cloud.faults.clear();
    const names = Object.keys(clouds).map((cloud) => world.accounts.find((account) => account.cloud === cloud)?.name);
    connected.accounts = [];
    for (const account of world.accounts.filter(({ name }) => names.includes(name))) {
      const { cloud, name, regions, groups, credential } = account;
      connected.accounts.push(await connectAccount(SYSTEM_SCOPE, { cloud, name, regions, groups, credential, endpoints: clouds[cloud].endpoints }));
    }
    if (read) await readAll();
  });
  afterAll(() => connected.clouds.close());
  return connected;
}

/** Reads every source that is due. */
export async function readAll(): Promise<void> {
  const running: Promise<unknown>[] = [];
  for (let claim = await claimSource("test", 100); claim; claim = await claimSource("test", 100))
    running.push(runClaim(claim, new AbortController().signal, QUICK));
  await Promise.all(running);
}
