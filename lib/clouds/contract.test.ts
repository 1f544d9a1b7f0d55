import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldKey } from "#emulators/index.ts";
import { FACT_FIELDS } from "#lib/model/key.ts";
import type { ReadKey } from "#lib/model/reading.ts";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { cloudOf } from "./registry.ts";
import { openEmulated, sourcesOf } from "./testing/open-emulated.ts";
import { readSource } from "./testing/read-source.ts";

/** What the world says a complete reading must show, in the shape of `shown`. */
function expected(key: WorldKey): Record<string, unknown> {
  const cells = FACT_FIELDS.map((field) => [field, key.absent[field] ? { absent: key.absent[field] } : sorted(key.facts[field])] as const);
  return { keyId: key.keyId, arn: key.arn, ...Object.fromEntries(cells) };
}

function shown(key: ReadKey): Record<string, unknown> {
  const cells = FACT_FIELDS.map((field) => [field, key.absent[field] ? { absent: key.absent[field].reason } : sorted(key.values[field])] as const);
  return { keyId: key.keyId, arn: key.arn, ...Object.fromEntries(cells) };
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}

function byId(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.sort((a, b) => (String(a.keyId) < String(b.keyId) ? -1 : 1));
}

describe.each([{ pageSize: undefined }, { pageSize: 2 }])("every cloud against the described world, pages of $pageSize", ({ pageSize }) => {
  let emulators: Emulators;
  beforeAll(async () => {
    emulators = await startEmulators({ pageSize, quotas: false });
  });
  afterAll(() => emulators.close());

  describe.each(CLOUDS)("%s", (id) => {
    const cloud = cloudOf(id);
    const accounts = () => emulators.world.accounts.filter((account) => account.cloud === id);

    it("reads every key of every source as the world describes it", async () => {
      for (const account of accounts()) {
        const { connection } = openEmulated(emulators, account);
        const read: ReadKey[] = [];
        for (const source of await sourcesOf(connection, account)) read.push(...(await readSource(cloud, connection, source)).values());
        const wanted = account.keys.filter((key) => account.regions.includes(key.region));
        expect(wanted.length).toBeGreaterThan(0);
        expect(byId(read.map(shown))).toEqual(byId(wanted.map(expected)));
        expect(new Set(read.map((key) => cloud.accountOf({ arn: key.arn, raw: Object.values(key.raw)[0] })))).toEqual(new Set([account.cloudAccount]));
      }
    });

    it("opens with every kind of credential, says who it is and which regions there are", async () => {
      for (const account of accounts()) {
        for (const credential of [account.credential, ...account.otherCredentials]) {
          const { connection } = openEmulated(emulators, account, { credential });
          const { cloudAccount, principal } = (await connection.check()).value;
          expect(cloudAccount).toBe(account.cloudAccount);
          expect(principal).not.toContain(account.cloudAccount);
          const regions = (await connection.regions()).value;
          expect(regions).toEqual(expect.arrayContaining([...account.regions, ...account.unlistedRegions]));
        }
      }
    });
  });
});
