import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import { QUICK } from "#lib/clouds/testing/open-emulated.ts";
import { getLiveKey } from "../inventory/get-live-key.ts";
import { listKeys } from "../inventory/list-keys.ts";
import { listLiveKeys } from "../inventory/list-live-keys.ts";
import { listSources } from "../inventory/list-sources.ts";
import { takeExportChoice } from "../inventory/export/export-choice.ts";
import { exportKeys } from "../inventory/export-keys.ts";
import type { KeyRow } from "../model/key.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { CLOUDS, type CloudId } from "../model/vocabulary.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount, drain } from "./testing/sync-world.ts";
import { worldPlace } from "./testing/world-place.ts";

/**
 * Defects that were read in the source of other tools for the same clouds, each as the question that an auditor would have got a wrong answer to.
 * D1 ScoutSuite, D2 its rotation rule, D3 and D4 Prowler (Huawei), D5 Cloud Custodian (Huawei), D6 Prowler, D7 Steampipe, D8 Cartography, D10 aws-nuke,
 * D11 Prowler, D12 terraform-aws-ca and sevenseconds.
 */
describe("what other tools get wrong", () => {
  useTestDatabase();
  let emulators: Emulators;
  beforeEach(async () => {
    emulators = await startEmulators();
    allowEmulators(emulators);
  });
  afterEach(() => emulators.close());

  const list = (link: string) => listKeys(SYSTEM_SCOPE, parseStrict(link));
  const live = (link: string) => listLiveKeys(SYSTEM_SCOPE, parseStrict(link), undefined, { pace: QUICK });
  const ids = (rows: readonly { keyId: string }[]) => rows.map(({ keyId }) => keyId).sort();

  const place = (cloud: CloudId, name?: string) => worldPlace(emulators, cloud, name);
  const rowOf = async (key: WorldKey | undefined) => (await list(`id=${key?.keyId}`)).rows[0] as KeyRow;

  describe.each(CLOUDS)("at %s", (cloud) => {
    it.each([11, 100, 101, 1001])("D1: %i keys are exactly so many, not the ten of a default page", async (count) => {
      const here = place(cloud);
      here.empty();
      for (let n = 0; n < count; n++) here.add(`n-${n}`);
      expect(await here.read()).toEqual(["read"]);
      const answer = await list("size=25");
      expect(answer).toMatchObject({ total: count, coverage: { complete: true, held: count, claimed: count } });
      expect((await list("facets=state")).facets.state).toEqual([{ value: "enabled", count }]);
    });

    it("D2: an old key is not an unrotated one, and a key that never rotated has no last rotation", async () => {
      const here = place(cloud);
      const old = { createdAt: "2021-03-01T00:00:00.000Z", rotation: "on" as const, rotationIntervalDays: 90 };
      const rotated = here.add("old-and-rotated", { facts: { ...old, lastRotatedAt: "2026-01-02T00:00:00.000Z" } });
      const never = here.add("old-and-never", { facts: old });
      const off = here.add("old-and-off", { facts: { createdAt: old.createdAt } });
      await here.read();
      const named = async (link: string) => ids((await list(`${link}&created=..2021-12-31&size=200`)).rows);
      expect(await named("rotation=off")).toContain(off.keyId);
      for (const key of [rotated, never]) expect(await named("rotation=off")).not.toContain(key.keyId);
      expect(await named("rotated=any")).toContain(rotated.keyId);
      expect(await named("rotated=none")).toContain(never.keyId);
      expect(await rowOf(never)).toMatchObject({
        rotation: "on",
        lastRotatedAt: null,
        absent: expect.not.objectContaining({ lastRotatedAt: expect.anything() }),
      });
    });

    it("D3, D5: keys of every spec are listed, from every page, with their tags", async () => {
      await emulators.close();
      emulators = await startEmulators({ pageSize: 4 });
      allowEmulators(emulators);
      const here = place(cloud);
      const specs = ["aes-256", "sm4", "sm2", "rsa-2048", "rsa-4096", "ec-p256", "ec-p256k", "hmac-256"];
      const made = specs.map((spec) => here.add(`of-${spec}`, { facts: { spec, tags: { spec } } }));
      await here.read();
      const { rows } = await list("size=200");
      expect(ids(rows)).toEqual(ids(here.keys()));
      for (const key of made) expect(rows.find(({ keyId }) => keyId === key.keyId)).toMatchObject({ spec: key.facts.spec, tags: { spec: key.facts.spec } });
      expect(new Map(rows.map(({ keyId, tags }) => [keyId, tags]))).toEqual(new Map(here.keys().map(({ keyId, facts }) => [keyId, facts.tags])));
    });

    it("D7, D8, D10: keys whose describe fails stay in the list, their cells say why, and the page says how many they are", async () => {
      const here = place(cloud);
      const all = here.keys();
      const { operation, hidden } = describeOf(here);
      const [denied, broken] = [all.slice(0, 5), all.slice(5, 8)];
      for (const { keyId } of denied) here.faults.add({ operation, keyId, fault: { kind: "deny" } });
      for (const { keyId } of broken) here.faults.add({ operation, keyId, fault: { kind: "reset" } });
      if (hidden) here.faults.add({ operation: "list-keys", fault: { kind: "rewrite", rewrite: (body) => ({ ...body, key_details: [] }) } });
      expect(await here.read()).toEqual(["read"]);
      const { rows, coverage } = await list("size=200");
      expect(ids(rows)).toEqual(ids(all));
      for (const key of denied) {
        const row = rows.find(({ keyId }) => keyId === key.keyId);
        expect(row).toMatchObject({ presence: "present", state: null, absent: { state: "denied" }, notes: { state: expect.stringMatching(/^\w/) } });
      }
      for (const key of broken)
        expect(rows.find(({ keyId }) => keyId === key.keyId)).toMatchObject({ state: null, absent: { state: "failed" }, notes: { state: expect.any(String) } });
      expect(coverage.problems).toContainEqual(expect.objectContaining({ operation, count: 5, requestId: expect.any(String) }));
      const states = (await list("facets=state")).facets.state;
      expect(states).toContainEqual({ value: "denied", count: 5 + all.slice(8).filter(({ denied: refused }) => refused.includes(operation)).length });
      expect((await list("state=disabled")).undecided).toBeGreaterThanOrEqual(8);
      expect((await list("state=!enabled")).undecided).toBeGreaterThanOrEqual(8);
    });

    it("D12: an alias is found wherever it stands among hundreds", async () => {
      const here = place(cloud);
      const prefix = "alias/";
      const keys = Array.from({ length: 230 }, (_, n) => here.add(`alias-${n}`, { facts: { aliases: [`${prefix}n-${String(n).padStart(3, "0")}`] } }));
      await here.read();
      for (const n of [0, 99, 100, 101, 229]) {
        const name = `n-${String(n).padStart(3, "0")}`;
        for (const link of [`alias=${prefix}${name}`, `alias=${name}`, `q=${name}`]) expect(ids((await list(link)).rows), link).toEqual([keys[n]?.keyId]);
      }
    });
  });

  /** Alibaba describes each key; Huawei lists all and describes what the listing left out. */
  function describeOf({ account }: { account: WorldAccount }) {
    return account.cloud === "alibaba" ? { operation: "DescribeKey", hidden: false } : { operation: "describe-key", hidden: true };
  }

  it("D4: a rotation that nobody may ask for is not a rotation that is off, nor one of a key that cannot rotate", async () => {
    const here = place("huawei", "EU platform");
    here.faults.add({ operation: "get-key-rotation-status", fault: { kind: "deny" } });
    here.faults.add({ operation: "list-keys", fault: { kind: "rewrite", rewrite: withoutRotation } });
    const service = here.add("evs/default", { facts: { manager: "service" } });
    const imported = here.add("brought-along", { facts: { origin: "imported" } });
    const symmetric = here.keys().find(({ facts, absent }) => facts.rotation === "on" && !absent.rotation);
    await here.read();
    expect((await list("rotation=off")).total).toBe(0);
    expect(await rowOf(symmetric)).toMatchObject({
      ...{ rotation: null, rotationIntervalDays: null },
      absent: { rotation: "denied", rotationIntervalDays: "denied" },
    });
    expect(ids((await list("rotation=denied&size=200")).rows)).toContain(symmetric?.keyId);
    expect((await list("rotation=on")).undecided).toBeGreaterThan(0);
    for (const key of [service, imported])
      expect(await rowOf(key)).toMatchObject({ absent: { rotation: "not-applicable" }, notes: { rotation: expect.any(String) } });
  });

  it("D4: a key that is disabled or about to be deleted keeps what the cloud says of its rotation", async () => {
    const here = place("huawei", "EU platform");
    const [disabled, dying] = (["disabled", "pending-deletion"] as const).map((state) =>
      here.add(state, { facts: { state, rotation: "on", rotationIntervalDays: 90 } }),
    );
    await here.read();
    for (const key of [disabled, dying]) expect(await rowOf(key)).toMatchObject({ rotation: "on", state: key?.facts.state });
  });

  it("D11: a policy stands as the cloud prints it, open to everybody or not even JSON, and nobody calls the key private", async () => {
    const here = place("alibaba", "Payments prod");
    const open = '{"Statement":[{"Effect":"Allow","Action":["kms:DescribeKey"],"Principal":{"RAM":["*"]},"Resource":["*"]}]}';
    const instance = here.keys().find(({ facts }) => facts.instance !== null)?.facts.instance ?? null;
    const [first, second] = [open, open.slice(0, 60)].map((policy, n) => here.add(`policy-${n}`, { facts: { instance }, extras: { policy } }));
    await here.read();
    expect((await getLiveKey(SYSTEM_SCOPE, (await rowOf(first)).ref)).extras.policy).toMatchObject({ value: open, fact: { operation: "GetKeyPolicy" } });
    expect((await getLiveKey(SYSTEM_SCOPE, (await rowOf(second)).ref)).extras.policy).toMatchObject({ value: open.slice(0, 60) });
    here.faults.add({ operation: "GetKeyPolicy", fault: { kind: "deny" } });
    expect((await getLiveKey(SYSTEM_SCOPE, (await rowOf(first)).ref)).extras.policy).toMatchObject({ absent: "denied", note: expect.any(String) });
  });

  it("D6: an account-region that refuses its list is unread in every view, and hides nothing of the others", async () => {
    const account = emulators.world.accounts.find(({ trouble }) => Object.values(trouble).includes("denied")) as WorldAccount;
    const [denied = ""] = Object.keys(account.trouble);
    await connectWorldAccount(emulators, account);
    await drain();
    const region = expect.objectContaining({
      region: denied,
      code: expect.any(String),
      requestId: expect.any(String),
      message: expect.stringMatching(/[Gg]rant/),
    });
    for (const link of ["", "state=enabled", "q=nothing-like-it", `region=${denied}`, "facets=region&size=25", "sort=-created&page=2"]) {
      const { coverage } = await list(link);
      expect(coverage, link).toMatchObject({ complete: false, unread: 1, claimed: null });
      expect(coverage.problems, link).toContainEqual(region);
    }
    expect((await live("size=25")).coverage).toMatchObject({ complete: false, unread: 1, problems: expect.arrayContaining([region]) });
    const file = await exportKeys(SYSTEM_SCOPE, parseStrict(""), takeExportChoice(new URLSearchParams("format=json")));
    expect(file.head.coverage).toMatchObject({ complete: false, unread: 1 });
    expect((await listSources(SYSTEM_SCOPE)).find((source) => source.region === denied)).toMatchObject({
      outcome: "failed",
      lastReadAt: null,
      problem: region,
    });
    expect((await list("size=25")).total).toBe(account.keys.filter((key) => account.regions.includes(key.region)).length);
  });
});

function withoutRotation(body: Record<string, unknown>): unknown {
  const details = body.key_details as Record<string, unknown>[];
  return { ...body, key_details: details.map(({ key_rotation_enabled: _, ...rest }) => rest) };
}
