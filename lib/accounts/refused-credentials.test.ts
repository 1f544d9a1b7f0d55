import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { accountNamed } from "#emulators/testing/account-named.ts";
import type { Credential } from "#lib/model/account.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { database } from "#lib/store/database.ts";
import { sources } from "#lib/store/schema.ts";
import { useTestDatabase } from "#lib/store/test-database.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { allowEmulators, connectWorldAccount, drain } from "#lib/sync/testing/sync-world.ts";
import { checkAccount } from "./check-account.ts";
import { editAccount } from "./edit-account.ts";
import { getAccount } from "./list-accounts.ts";

/** Account, a member that only this kind of credential has, and the secret that is spoilt. */
const KINDS = [
  ["an access key at Alibaba", "Payments prod", "accessKeySecret", "accessKeySecret"],
  ["an STS token at Alibaba", "Payments prod", "securityToken", "securityToken"],
  ["the key that assumes a role at Alibaba", "Data lake", "roleArn", "accessKeySecret"],
  ["a password at Huawei", "EU platform", "password", "password"],
  ["an access key at Huawei", "Security tools", "secretAccessKey", "secretAccessKey"],
  ["a temporary access key at Huawei", "Security tools", "securityToken", "securityToken"],
] as const;

describe("a credential that the cloud refuses", { timeout: 120_000 }, () => {
  useTestDatabase();
  let emulators: Emulators;
  beforeEach(async () => {
    emulators = await startEmulators();
    allowEmulators(emulators);
  });
  afterEach(() => emulators.close());

  const fallDue = () =>
    database()
      .update(sources)
      .set({ nextDueAt: new Date(0).toISOString() });
  const goodOf = (account: WorldAccount, member: string) =>
    [account.credential, ...account.otherCredentials].find((each) => each[member] && (member === "securityToken" || !each.securityToken)) as Credential;

  const acts = KINDS.flatMap((kind) => (["a check", "a wish to read"] as const).map((act) => [...kind, act] as const));
  it.each(acts)("%s of %s (%s, %s): goes out twice, then rests until %s, and opens with another one", async (_, name, member, secret, act) => {
    const world = accountNamed(emulators.world, name);
    const { calls } = emulators.clouds[world.cloud];
    const good = goodOf(world, member);
    const regions = world.regions.filter((region) => !world.trouble[region]).slice(0, 3);
    const account = await connectWorldAccount(emulators, world, { regions, credential: { ...good, [secret]: "canary-not-this-one" } });
    await drain();
    for (let n = 0; n < 3; n++) {
      await fallDue();
      await drain();
    }
    expect(calls.all().length).toBeGreaterThan(0);
    expect(calls.all().length).toBeLessThanOrEqual(2);
    expect(calls.all().every(({ status }) => (status ?? 0) >= 400)).toBe(true);

    // Twice more and no third time: a fifth refusal in a row would lock an access key at Huawei.
    calls.clear();
    if (act === "a check") {
      const report = await checkAccount(SYSTEM_SCOPE, account.id);
      expect(report).toMatchObject({ ok: false, identity: null });
      expect(JSON.stringify(report)).not.toContain("canary-not-this-one");
    } else await requestSync(SYSTEM_SCOPE, { account: account.id });
    expect(new Set((await drain()).map(({ end }) => end))).toEqual(new Set(act === "a check" ? [] : ["failed"]));
    await fallDue();
    expect(await drain()).toEqual([]);
    expect(calls.all().length).toBeGreaterThan(0);
    expect(calls.all().length).toBeLessThanOrEqual(2);

    await editAccount(SYSTEM_SCOPE, account.id, { credential: good });
    expect(new Set((await drain()).map(({ end }) => end))).toEqual(new Set(["read"]));
  });

  it.each(["EU platform", "Security tools"])("%s does not rest for what is asked aside", async (name) => {
    const world = accountNamed(emulators.world, name);
    const { faults } = emulators.clouds.huawei;
    const account = await connectWorldAccount(emulators, world);
    for (const operation of ["user-quotas", "keystores", "get-key-rotation-status", "list-grants"]) {
      faults.add({ operation, fault: { kind: "refuse", code: "APIG.0301" } });
    }
    const ends = new Set((await drain()).map(({ end }) => end));
    expect(ends.has("read")).toBe(true);
    const report = await checkAccount(SYSTEM_SCOPE, account.id);
    const results = new Map(report.actions.map(({ action, result }) => [action, result]));
    expect([results.get("kms:cmk:getQuota"), results.get("kms:keystore:list")]).toEqual(["denied", "denied"]);
    expect(await getAccount(SYSTEM_SCOPE, account.id)).toMatchObject({ problem: null });
    await requestSync(SYSTEM_SCOPE, { account: account.id });
    expect(new Set((await drain()).map(({ end }) => end))).toEqual(ends);
  });
});
