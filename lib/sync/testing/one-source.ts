import { afterEach, beforeEach, expect } from "vitest";
import { type Emulators, startEmulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import type { Account } from "#lib/model/account.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { readSources } from "#lib/store/sources.ts";
import { requestSync } from "../request-sync.ts";
import { allowEmulators, connectWorldAccount, drain } from "./sync-world.ts";

export const REGION = "cn-hangzhou";

/** One account of one region over a fresh world, read once before each test. */
export function useOneSource() {
  let emulators: Emulators;
  let world: WorldAccount;
  let account: Account;
  beforeEach(async () => {
    emulators = await startEmulators({ pageSize: 10 });
    allowEmulators(emulators);
    world = emulators.world.accounts[0] as WorldAccount;
    account = await connectWorldAccount(emulators, world, { regions: [REGION] });
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
  });
  afterEach(() => emulators.close());
  return {
    get emulators() {
      return emulators;
    },
    get world() {
      return world;
    },
    get account() {
      return account;
    },
    get faults() {
      return emulators.clouds[world.cloud].faults;
    },
    get calls() {
      return emulators.clouds[world.cloud].calls;
    },
    keys: (): WorldKey[] => world.keys.filter((key) => key.region === REGION),
    source: async () => (await readSources(SYSTEM_SCOPE))[0],
    /** Reads it again, every key described unless otherwise wished; how that ended. */
    async readAgain(request: { acceptDrop?: boolean; full?: boolean } = {}) {
      await requestSync(SYSTEM_SCOPE, { account: account.id, region: REGION, full: true, ...request });
      return (await drain()).map(({ end }) => end);
    },
  };
}
