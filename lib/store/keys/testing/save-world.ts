import type { KeyRow } from "../../../model/key.ts";
import { compareText } from "../../../query/compare-text.ts";
import { ACCOUNTS, NOW } from "../../../query/testing/arbitrary-row.ts";
import { database } from "../../database.ts";
import { accounts, keys, sources } from "../../schema.ts";
import { keyColumns } from "../key-columns.ts";

const at = NOW.toISOString();
/** A source of any key's place. */
const sourceOf = (row: KeyRow) => JSON.stringify([row.cloud, row.account.id, row.region, row.project]);

/** Puts rows into the store as reading would. An account of the world may be of both clouds: its cloud here is that of its first row. */
export async function saveWorld(rows: readonly KeyRow[]): Promise<void> {
  const cloudOf = (id: string) => rows.find((row) => row.account.id === id)?.cloud ?? "alibaba";
  await database()
    .insert(accounts)
    .values(
      ACCOUNTS.map(({ id, name, groups }) => ({
        id,
        name,
        groups,
        cloud: cloudOf(id),
        regions: [],
        endpoints: {},
        projects: {},
        credentialType: "t",
        credentialHint: "",
        credentialSetAt: at,
        createdAt: at,
      })),
    );
  const places = new Map(rows.map((row) => [sourceOf(row), row]));
  await database()
    .insert(sources)
    .values([...places].map(([id, row]) => ({ id, accountId: row.account.id, region: row.region, project: row.project })));
  await database()
    .insert(keys)
    .values(rows.toSorted((a, b) => compareText(b.keyId, a.keyId)).map((row) => keyColumns(row, sourceOf(row))));
}
