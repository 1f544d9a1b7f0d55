import { createWorld, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import type { KeyRow } from "#lib/model/key.ts";
import type { ReadKey } from "#lib/model/reading.ts";
import { toKeyRow } from "#lib/model/to-key-row.ts";

export interface GrownAccount {
  like: WorldAccount;
  id: string;
  name: string;
  rows: KeyRow[];
}

const ACCOUNTS = 100;
const DAY_MS = 86_400_000;

/**
 * `n` keys over 100 accounts, the same ones for the same moment: accounts and keys of the emulated world over and over, with ids, aliases and dates of
 * their own, so that values, absent reasons, tags and lengths are as they are in the demo. Some accounts are large, most are small.
 */
export function growInventory(n: number, now: Date): GrownAccount[] {
  const templates = createWorld({ now }).accounts.filter(({ keys }) => keys.length > 0);
  const random = seeded(20_261_122);
  const shares = Array.from({ length: ACCOUNTS }, (_, i) => 1 / (i + 4));
  const all = shares.reduce((sum, share) => sum + share, 0);
  let left = n;
  return shares.map((share, i) => {
    const like = templates[i % templates.length] as WorldAccount;
    const id = `bench${String(i).padStart(7, "0")}`;
    const name = `${like.name} ${i + 1}`;
    const count = i === ACCOUNTS - 1 ? left : Math.min(left, Math.max(1, Math.round((n * share) / all)));
    left -= count;
    const place = { cloud: like.cloud, cloudAccount: `1${String(i).padStart(15, "0")}`, account: { id, name } };
    const rows = Array.from({ length: count }, (_, k) => {
      const key = like.keys[Math.floor(random() * like.keys.length)] as WorldKey;
      const at = { ...place, region: key.region, project: key.project };
      return toKeyRow(at, readAgain(key, i * 1_000_000 + k, random, now), {
        firstSeenAt: now.toISOString(),
        lastSeenAt: now.toISOString(),
        presence: "present",
        goneAt: null,
      });
    });
    return { like, id, name, rows };
  });
}

/** The key as it would be read, under another id, with another alias and born on another day. */
function readAgain(key: WorldKey, n: number, random: () => number, now: Date): ReadKey {
  const keyId = `${hex(random)}-${hex(random).slice(0, 4)}-4${hex(random).slice(0, 3)}-a${hex(random).slice(0, 3)}-${hex(random)}${hex(random).slice(0, 4)}`;
  const born = Math.min(now.getTime() - 60_000, Date.parse(key.facts.createdAt ?? now.toISOString()) - Math.floor(random() * 1000) * DAY_MS);
  const { alias } = key.facts;
  const values = {
    ...key.facts,
    createdAt: new Date(born).toISOString(),
    alias: alias && `${alias}-${n}`,
    aliases: key.facts.aliases.map((one) => `${one}-${n}`),
  };
  const told = Object.entries(values).filter(([field]) => !(field in key.absent));
  const absent = Object.fromEntries(Object.entries(key.absent).map(([field, reason]) => [field, { reason }]));
  const arn = key.arn?.replaceAll(key.keyId, keyId) ?? null;
  return { keyId, arn, values: Object.fromEntries(told), absent, facts: {}, raw: {}, describedAt: now.toISOString() };
}

const hex = (random: () => number) =>
  Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, "0");

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes' constants): good enough to mix, the same every time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}
