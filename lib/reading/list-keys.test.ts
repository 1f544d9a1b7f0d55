import { expect, it } from "vitest";
import type { Connection } from "../clouds/cloud.ts";
import { cloudOf } from "../clouds/registry.ts";
import { readKeyOf } from "./hear.ts";
import { listKeys } from "./list-keys.ts";
import { openReading } from "./open-reading.ts";

const call = { operation: "ListKeys", at: "2026-11-22T06:00:00.000Z", requestId: "r" };

/** A reading of a cloud whose nth page names these ids. */
function reading(idsOf: (n: number) => string[] | null) {
  const listKeys: Connection["listKeys"] = async (_, options) => {
    const n = Number(options?.pageToken ?? 0);
    const items = (idsOf(n) ?? []).map((keyId) => ({ keyId, arn: null, values: { description: keyId }, absent: {}, raw: null, described: false }));
    return { items, next: idsOf(n + 1) ? String(n + 1) : null, claimed: null, call, pushedDown: [] };
  };
  const connection = { listKeys, sweeps: [], details: [] } as Pick<Connection, "listKeys" | "sweeps" | "details"> as Connection;
  return openReading({ cloud: cloudOf("alibaba"), connection, source: { region: "r", project: null }, at: { account: "a", region: "r", project: null } });
}

it("ends a listing of ever new keys before the memory ends", async () => {
  const endless = reading((n) => Array.from({ length: 1000 }, (_, i) => `key-${n}-${i}`));
  await expect(listKeys(endless)).rejects.toMatchObject({ kind: "protocol", code: "listing_endless" });
  expect(endless.pages).toBeLessThan(300);
});

it.each(["a\u0000", "\ud800", "k".repeat(513)])("refuses an id that cannot be kept as it is: %j", async (id) => {
  await expect(listKeys(reading((n) => (n === 0 ? ["fine", id] : null)))).rejects.toMatchObject({ kind: "protocol", code: "key_id_unreadable" });
});

it("takes any readable text as an id", async () => {
  const ids = ["__proto__", "constructor", "toString", "", " ", "a/b", "钥匙", "'; drop table keys; --"];
  const open = reading((n) => (n === 0 ? ids : null));
  expect([...(await listKeys(open)).keyIds]).toEqual(ids);
  for (const id of ids) expect(readKeyOf(open, id)).toMatchObject({ keyId: id, values: { description: id } });
  expect(({} as Record<string, unknown>).description).toBeUndefined();
});
