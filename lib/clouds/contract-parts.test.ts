import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aboutSource, type Emulators, startEmulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import { EXTRA_NAMES } from "#lib/model/extras.ts";
import { mergeReadings, type ReadingPart } from "#lib/model/merge-readings.ts";
import { CloudError } from "#lib/model/problem.ts";
import type { KeyReading } from "#lib/model/reading.ts";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import type { Connection, Extra, NativeFilter, OpenedKey, Sweep } from "./cloud.ts";
import { cloudOf } from "./registry.ts";
import { openEmulated, sourcesOf } from "./testing/open-emulated.ts";
import { walkKeys } from "./walk-keys.ts";

/** How many keys of a source are opened: those with something of their own first. */
const OPENED = 12;

type Source = { region: string; project: string | null };
const at = (account: WorldAccount, source: Source) => account.keys.filter(({ region, project }) => region === source.region && project === source.project);
const isDescribed = (key: WorldKey) => key.absent.state === undefined;
/** Fields of which the world's own value tells whether a key matches. */
const wordOf = (key: WorldKey, field: string): string[] => {
  if (field === "id") return [key.keyId];
  if (field === "alias") return key.facts.aliases;
  if (field === "tag") return Object.entries(key.facts.tags).map(([name, value]) => `${name.replaceAll(/[\\:]/g, "\\$&")}:${value.replaceAll("\\", "\\\\")}`);
  const value: unknown = { ...key.facts }[field];
  return typeof value === "string" ? [value] : [];
};

async function idsOf(connection: Connection, source: Source, filter: NativeFilter): Promise<{ ids: Set<string>; pushed: string[] }> {
  const ids = new Set<string>();
  let pushed: string[] = [];
  for await (const page of walkKeys(connection, source, { filter })) {
    for (const { keyId } of page.items) ids.add(keyId);
    pushed = page.pushedDown;
  }
  return { ids, pushed };
}

/** What a sweep says about each of these keys; one that it never mentions has what is empty. */
async function sweepAll(sweep: Sweep, source: Source, keyIds: string[]): Promise<Map<string, ReadingPart[]>> {
  const parts = new Map<string, ReadingPart[]>(keyIds.map((keyId) => [keyId, []]));
  for (let pageToken: string | null = null; ; ) {
    const page = await sweep.page(source, { pageToken, keyIds: sweep.batch ? keyIds : [] });
    for (const reading of page.readings) parts.get(reading.keyId)?.push({ reading, call: page.call });
    pageToken = page.next;
    if (pageToken !== null) continue;
    for (const [keyId, own] of parts) {
      if (own.length === 0) own.push({ reading: { keyId, arn: null, values: sweep.empty, absent: {}, raw: null, described: false }, call: page.call });
    }
    return parts;
  }
}

function sortedLists({ aliases = [], ...values }: KeyReading["values"]): KeyReading["values"] {
  return { ...values, aliases: [...aliases].sort() };
}

async function told(extra: Extra, source: Source, key: OpenedKey): Promise<unknown> {
  const excuse = extra.excuse(key);
  if (excuse) return { absent: excuse.reason };
  try {
    const read = await extra.read(source, key);
    return "value" in read ? read.value : { absent: read.absent.reason };
  } catch (error) {
    if (error instanceof CloudError && error.kind === "forbidden") return { absent: "denied" };
    throw error;
  }
}

describe.each([{ pageSize: undefined }, { pageSize: 10 }])("the parts of every cloud against the described world, pages of $pageSize", ({ pageSize }) => {
  let emulators: Emulators;
  beforeAll(async () => {
    emulators = await startEmulators({ pageSize });
  });
  afterAll(() => emulators.close());

  describe.each(CLOUDS)("%s", (id) => {
    const cloud = cloudOf(id);
    const everywhere = async (visit: (connection: Connection, source: Source, account: WorldAccount) => Promise<void>) => {
      for (const account of emulators.world.accounts.filter((one) => one.cloud === id)) {
        const { connection } = openEmulated(emulators, account);
        for (const source of await sourcesOf(connection, account)) await visit(connection, source, account);
      }
    };

    it("tells the lists of a key as the world has them", async () => {
      const kinds = new Set<string>();
      await everywhere(async (connection, source, account) => {
        expect(connection.extras.map(({ name }) => name).toSorted()).toEqual([...cloud.extras].sort());
        const special = (key: WorldKey) => (key.facts.instance ? 0 : 1) + (key.extras.versions.length > 2 ? 0 : 1) + (key.denied.length ? 0 : 2);
        const keys = at(account, source)
          .filter(isDescribed)
          .toSorted((a, b) => special(a) - special(b));
        for (const key of keys.slice(0, OPENED)) {
          const { value, call } = await connection.describeKey(source, key.keyId);
          const opened = mergeReadings(cloud, [{ reading: value, call }]);
          for (const extra of connection.extras) {
            const absent = key.extrasAbsent[extra.name];
            const wanted = absent ? { absent } : key.extras[extra.name];
            kinds.add(`${extra.name} ${absent ?? "told"}`);
            expect([key.keyId, extra.name, await told(extra, source, opened)]).toEqual([key.keyId, extra.name, wanted]);
          }
        }
        for (const name of EXTRA_NAMES.filter((one) => !cloud.extras.includes(one)))
          expect(keys.map((key) => key.extrasAbsent[name])).toEqual(keys.map(() => "unreported"));
      });
      expect([...kinds]).toEqual(expect.arrayContaining(cloud.extras.map((name) => `${name} told`)));
    });

    it("tells of its service what the world has", async () => {
      await everywhere(async (connection, source, account) => {
        const read = await Promise.all(connection.about.map(async (about) => [about.name, (await about.read(source)).value]));
        expect(Object.fromEntries(read)).toEqual(aboutSource(account, source));
      });
    });

    it("tells the aliases and tags of one key like its sweeps do", async () => {
      await everywhere(async (connection, source, account) => {
        const keyIds = at(account, source)
          .slice(0, OPENED)
          .map(({ keyId }) => keyId);
        for (const one of connection.sweepsOfOne ?? []) {
          const sweep = connection.sweeps.find(({ fields }) => fields.every((field) => one.fields.includes(field)));
          if (!sweep) throw new Error(`no sweep tells what ${one.operation} tells`);
          const parts = await sweepAll(sweep, source, keyIds);
          for (const keyId of keyIds) {
            const wanted = mergeReadings(cloud, parts.get(keyId) ?? []).values;
            const { value, call } = await one.read(source, keyId);
            expect(sortedLists(mergeReadings(cloud, [{ reading: value, call }]).values), `${one.operation} ${keyId}`).toEqual(sortedLists(wanted));
          }
        }
      });
    });

    it("counts every key once in its census, in its own class", async () => {
      const { census } = cloud;
      if (!census) return expect(cloud.pushesDown).toContain("state");
      await everywhere(async (connection, source, account) => {
        for (const value of census.values) {
          const { ids, pushed } = await idsOf(connection, source, { [census.field]: [value] });
          expect(pushed).toEqual([census.field]);
          expect([...ids].sort()).toEqual(
            at(account, source)
              .filter((key) => key.facts[census.field] === value)
              .map(({ keyId }) => keyId)
              .sort(),
          );
        }
      });
    });

    it("never hides a key from a filter that it pushes down", async () => {
      const sent = new Set<string>();
      await everywhere(async (connection, source, account) => {
        const keys = at(account, source);
        for (const field of cloud.pushesDown) {
          const values = [...new Set(keys.flatMap((key) => wordOf(key, field)))].slice(0, 3);
          for (const wanted of [values.slice(0, 1), values].filter((list) => list.length > 0)) {
            const { ids, pushed } = await idsOf(connection, source, { [field]: wanted });
            const matching = keys.filter((key) => wordOf(key, field).some((word) => wanted.includes(word))).map(({ keyId }) => keyId);
            expect(
              matching.filter((keyId) => !ids.has(keyId)),
              `${field} ${wanted}`,
            ).toEqual([]);
            for (const name of pushed) sent.add(name);
            if (pushed.includes(field)) expect(ids.size, `${field} ${wanted}`).toBeLessThanOrEqual(keys.length);
          }
        }
      });
      expect([...sent].sort()).toEqual([...cloud.pushesDown].sort());
    });
  });
});
