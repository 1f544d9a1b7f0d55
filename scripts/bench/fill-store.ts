import { database } from "#lib/store/database.ts";
import { keyColumns } from "#lib/store/keys/key-columns.ts";
import { bumpRevision } from "#lib/store/revision.ts";
import { accounts, keys, sources } from "#lib/store/schema.ts";
import type { KeyRow } from "#lib/model/key.ts";
import { growInventory, type GrownAccount } from "./grown-inventory.ts";

/** Rows a statement, as a swap writes them. */
const BATCH = 500;

/** Fills an empty store with `n` keys, as 100 accounts whose sources were all read just now. */
export async function fillStore(n: number): Promise<void> {
  const now = new Date();
  const grown = growInventory(n, now);
  const at = now.toISOString();
  await database()
    .insert(accounts)
    .values(
      grown.map(({ id, name, like, rows }) => ({
        id,
        name,
        cloud: like.cloud,
        groups: like.groups,
        regions: [],
        endpoints: {},
        projects: {},
        credentialType: "access-key",
        credentialHint: "bench",
        credentialSetAt: at,
        createdAt: at,
        discoveryTriedAt: at,
        discovered: placesOf(rows).map(({ region, project }) => ({ region, project })),
      })),
    );
  const filled = grown.flatMap(({ id, rows }) => placesOf(rows).map((place) => ({ ...place, accountId: id })));
  const read = { outcome: "read", lastReadAt: at, lastTriedAt: at, nextDueAt: new Date(now.getTime() + 365 * 86_400_000).toISOString() };
  await database()
    .insert(sources)
    .values(filled.map(({ rows, ...place }) => ({ ...place, ...read, held: rows, claimed: rows })));
  const records = inOrderOfReading(grown);
  for (let i = 0; i < records.length; i += BATCH) {
    await database()
      .insert(keys)
      .values(records.slice(i, i + BATCH).map((row) => ({ ...keyColumns(row, sourceIdOf(row)), missedListings: 0 })));
  }
  await bumpRevision(database());
}

const sourceIdOf = ({ account, region, project }: KeyRow) => [account.id, region, project ?? ""].join("/");

function placesOf(rows: readonly KeyRow[]) {
  const places = Map.groupBy(rows, sourceIdOf);
  return [...places].flatMap(([id, [first, ...rest]]) => (first ? [{ id, region: first.region, project: first.project, rows: rest.length + 1 }] : []));
}

/** Source by source, as readings come in: rows of one source stand together on disk. */
function inOrderOfReading(grown: readonly GrownAccount[]): KeyRow[] {
  return grown.flatMap(({ rows }) => [...Map.groupBy(rows, sourceIdOf).values()].flat());
}
