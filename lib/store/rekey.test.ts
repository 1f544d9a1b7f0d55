import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { forgetEnv } from "../env.ts";
import { database } from "./database.ts";
import { forgetMasterKeys, masterKeys } from "./master-keys.ts";
import { rekey } from "./rekey.ts";
import { accounts, secrets } from "./schema.ts";
import { openSecret, saveSecret, sealCredential } from "./secrets.ts";
import { DATABASE_KINDS, useTestDatabase } from "./test-database.ts";

const [k1, k2, k3] = ["k1", "k2", "k3"].map((id) => `${id}:${randomBytes(32).toString("base64")}`);
const AT = "2026-11-22T06:00:00.000Z";
const place = { cloud: "huawei", endpoints: { kms: "https://kms.example.org" } };
const idOf = (n: number) => `acc${String(n).padStart(9, "0")}`;

function setKeys(...keys: (string | undefined)[]) {
  vi.stubEnv("KEYATLAS_KEYS", keys.join(","));
  forgetEnv();
  forgetMasterKeys();
}

async function connect(to: number, from = 0) {
  const more = { groups: [], projects: {}, credentialType: "access-key", credentialHint: "", credentialSetAt: AT, createdAt: AT };
  for (let n = from; n < to; n++) {
    await database()
      .insert(accounts)
      .values({ id: idOf(n), name: `Account ${n}`, ...place, ...more });
    await save(n, 1);
  }
}

const save = async (n: number, version: number) => saveSecret(database(), idOf(n), await sealCredential(idOf(n), version, place, credential(n, version)));
const credential = (n: number, version: number) => ({ type: "access-key", secretAccessKey: `canary ${n} ${version}` });
const opened = (count: number) => Promise.all(Array.from({ length: count }, async (_, n) => (await openSecret(idOf(n)))?.credential));
const all = (count: number) => Array.from({ length: count }, (_, n) => credential(n, 1));

describe.each(DATABASE_KINDS)("resealing on the %s database", (kind) => {
  useTestDatabase(kind);
  afterEach(() => {
    vi.unstubAllEnvs();
    forgetEnv();
    forgetMasterKeys();
  });

  test("everything opens with the newest key alone afterwards, and a second run has nothing to do", async () => {
    setKeys(k1);
    await connect(7);
    setKeys(k2, k1);
    const before = await database().select({ sealed: secrets.sealed }).from(secrets);
    expect(await rekey({ batch: 3 })).toEqual({ newest: "k2", resealed: 7, older: {}, unopened: [], spare: ["k1"], isUnseen: true });
    const after = await database().select({ sealed: secrets.sealed, version: secrets.version }).from(secrets);
    expect(new Set([...before, ...after].map(({ sealed }) => sealed)).size).toBe(14);
    expect(new Set(after.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await rekey()).toMatchObject({ resealed: 0, spare: ["k1"], isUnseen: false });
    setKeys(k2);
    expect(await opened(7)).toEqual(all(7));
  });

  test("stopped in the middle nothing is lost, others go on with both keys, and the next run ends it", async () => {
    setKeys(k1);
    await connect(7);
    setKeys(k2, k1);
    const killed = rekey({ batch: 2, onProgress: (done) => done > 0 && Promise.reject(new Error("killed")) });
    await expect(killed).rejects.toThrow("killed");
    expect((await database().select().from(secrets).where(eq(secrets.keyId, "k2"))).length).toBe(2);
    expect(await opened(7)).toEqual(all(7));
    setKeys(k2);
    await expect(masterKeys()).rejects.toThrow('sealed with the master key "k1"');
    setKeys(k2, k1);
    expect(await rekey()).toMatchObject({ resealed: 5, spare: ["k1"] });
  });

  test("a credential that somebody replaces meanwhile is never overwritten, whichever key they have", async () => {
    setKeys(k1);
    await connect(4);
    setKeys(k2, k1);
    let isSaved = false;
    const rekeyed = await rekey({
      batch: 3,
      onProgress: async () => {
        if (isSaved) return;
        isSaved = true;
        setKeys(k1);
        await save(1, 2);
        await database()
          .delete(accounts)
          .where(eq(accounts.id, idOf(2)));
        setKeys(k2, k1);
      },
    });
    expect(rekeyed).toMatchObject({ resealed: 3, older: {}, unopened: [] });
    setKeys(k2);
    expect((await opened(4)).map((each) => each?.secretAccessKey)).toEqual(["canary 0 1", "canary 1 2", undefined, "canary 3 1"]);
  });

  test("a lacking, a wrong and a moved one are told by account, stay as they were, and the rest is resealed", async () => {
    setKeys(k1);
    await connect(2);
    setKeys(k2, k1);
    await connect(4, 2);
    await database()
      .update(accounts)
      .set({ endpoints: {} })
      .where(eq(accounts.id, idOf(3)));
    const before = await database().select().from(secrets).orderBy(secrets.accountId);
    const wrong = `k1:${randomBytes(32).toString("base64")}`;
    for (const [keys, because] of [
      [[k3, k2, wrong], /^The sealed value of secrets acc00000000[013] does not open/],
      [[k3, k2], /needs the master key "k1", which KEYATLAS_KEYS does not name|acc000000003 does not open/],
    ] as const) {
      setKeys(...keys);
      const { unopened, older, spare } = await rekey({ batch: 2 });
      expect(unopened.map(({ account }) => account.name)).toEqual(["Account 0", "Account 1", "Account 3"]);
      for (const each of unopened) expect(each.because).toMatch(because);
      expect(JSON.stringify(unopened)).not.toContain("canary");
      expect(older).toEqual({ k1: 2, k2: 1 });
      expect(spare).toEqual([]);
    }
    const after = await database().select().from(secrets).orderBy(secrets.accountId);
    expect(after.filter((_, n) => n !== 2)).toEqual(before.filter((_, n) => n !== 2));
    setKeys(k3, k2, k1);
    expect(await rekey()).toMatchObject({ resealed: 2, older: { k2: 1 }, spare: ["k1"] });
    setKeys(`k3:${randomBytes(32).toString("base64")}`, k2, k1);
    await expect(rekey()).rejects.toThrow('"k3" is not the one');
  });
});
