import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { createWorld } from "#emulators/world.ts";
import { FACT_FIELDS } from "#lib/model/key.ts";
import { cloudOf } from "../registry.ts";
import { openEmulated, sourcesOf } from "../testing/open-emulated.ts";
import { readSource } from "../testing/read-source.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ quotas: false, pageSize: 5, world: createWorld({ dialects: true }) });
});
afterAll(() => emulators.close());
const named = (name: string): WorldAccount => emulators.world.accounts.find((each) => each.name === name) as WorldAccount;

describe("Open Telekom Cloud, which refuses key_spec", () => {
  it("is listed without it, and every page says what that leaves out", async () => {
    const account = named("Telekom DE");
    const { connection, reports } = openEmulated(emulators, account);
    for (const source of await sourcesOf(connection, account)) {
      const read = await readSource(cloudOf("huawei"), connection, source);
      const wanted = account.keys.filter(({ region, facts }) => region === source.region && facts.spec === "aes-256");
      expect([...read.keys()].sort()).toEqual(wanted.map(({ keyId }) => keyId).sort());
      expect((await connection.listKeys(source)).onlySpecs).toEqual(["aes-256"]);
      for (const key of wanted) {
        const { values, absent } = read.get(key.keyId) ?? {};
        const cells = FACT_FIELDS.filter((field) => !key.absent[field] && field !== "aliases").map((field) => [
          field,
          values?.[field],
          absent?.[field]?.reason,
        ]);
        expect(cells).toEqual(cells.map(([field]) => [field, key.facts[field as keyof typeof key.facts], undefined]));
      }
    }
    expect(reports.filter(({ operation, status }) => operation === "list-keys" && status === 400)).toHaveLength(2);
    expect(reports.filter(({ operation }) => operation === "aliases")).toEqual([]);
  });

  it("describes by alias and by URN", async () => {
    const account = named("Telekom DE");
    const { connection } = openEmulated(emulators, account);
    const [source] = await sourcesOf(connection, account);
    const key = account.keys.find(({ project }) => project === source?.project);
    if (!source || !key) throw new Error("no key");
    const { value } = await connection.describeKey(source, `alias/${key.facts.alias}`);
    expect(value.keyId).toBe(key.keyId);
  });
});

describe("an account of wide rights", () => {
  it("is told which of its roles are too wide", async () => {
    const account = named("Wide rights");
    for (const credential of [account.credential, ...account.otherCredentials].filter(({ type }) => type === "password")) {
      const { excess } = (await openEmulated(emulators, account, { credential }).connection.check()).value;
      expect(excess?.map(({ right }) => right)).toEqual(["te_admin", "kms_adm", "secu_admin"]);
    }
  });
});

describe("each part against the described world", () => {
  it("tells grants, materials, quotas and keystores as the world has them", async () => {
    const account = named("EU platform");
    const { connection } = openEmulated(emulators, account);
    for (const source of await sourcesOf(connection, account)) {
      for (const about of connection.about) expect((await about.read(source)).value).toBeInstanceOf(Array);
      for (const key of account.keys.filter(({ project }) => project === source.project)) {
        const opened = { keyId: key.keyId, arn: null, values: key.facts, absent: key.absent.rotation ? { rotation: { reason: key.absent.rotation } } : {} };
        for (const extra of connection.extras) {
          if (extra.excuse(opened) || key.denied.includes(extra.operation)) continue;
          const told = await extra.read(source, opened);
          if ("value" in told)
            expect((told.value as { id: string }[]).map(({ id }) => id)).toEqual((key.extras[extra.name] as { id: string }[]).map(({ id }) => id));
        }
      }
    }
  });
});
