import { eq, sql } from "drizzle-orm";
import type { CloudId } from "../../model/vocabulary.ts";
import { database } from "../database.ts";
import { RevisionMemory } from "../revision-memory.ts";
import { instance, keys } from "../schema.ts";
import { REVISION } from "../revision.ts";

export interface AlikePlace {
  cloud: CloudId;
  account: string;
  region: string;
  project: string | null;
}

export interface AlikeFacts {
  profile: string;
  presence: string;
}

/**
 * How many keys no facet tells apart: of one place, with the same facts and presence. A hundred thousand keys are some six thousand such counts, over a few
 * hundred places and facts.
 */
export interface AlikeKeys {
  /** The revision that all of it is of. */
  revision: number;
  facts: AlikeFacts[];
  places: AlikePlace[];
  /** Index of the facts, index of the place, number of keys. */
  counts: [number, number, number][];
}

type Counted = AlikePlace & AlikeFacts & { n: number };

const memory = new RevisionMemory<AlikeKeys>(1);

/** The revision within a statement, of the same moment as the rest of it; 0 before the first change. */
export const REVISION_SQL = sql`coalesce((select (${instance.value})::text::bigint from ${instance} where ${eq(instance.name, REVISION)}), 0)::float8`;

/** All keys of the inventory, counted by what facets say of them: one scan in each revision, whoever asks. The caller keeps to its scope. */
export function readAlikeKeys(): Promise<AlikeKeys> {
  return memory.recall("", async () => {
    const { rows } = await database().execute<{ revision: number; groups: Counted[] }>(sql`select ${REVISION_SQL} as revision, coalesce((
      select json_agg(json_build_object('cloud', cloud, 'account', account_id, 'region', region, 'project', project, 'profile', profile, 'presence', presence, 'n', n))
      from (select ${keys.cloud}, ${keys.accountId}, ${keys.region}, ${keys.project}, ${keys.profile}, ${keys.presence}, count(*)::int as n
        from ${keys} group by 1, 2, 3, 4, 5, 6) as alike), '[]') as groups`);
    return indexed(rows[0]?.revision ?? 0, rows[0]?.groups ?? []);
  });
}

function indexed(revision: number, groups: readonly Counted[]): AlikeKeys {
  const facts = new Map<string, [number, AlikeFacts]>();
  const places = new Map<string, [number, AlikePlace]>();
  const at = <T>(held: Map<string, [number, T]>, key: string, value: T): number => {
    const [index] = held.get(key) ?? held.set(key, [held.size, value]).get(key) ?? [0];
    return index;
  };
  const counts = groups.map(({ cloud, account, region, project, profile, presence, n }): [number, number, number] => [
    at(facts, presence + profile, { profile, presence }),
    at(places, JSON.stringify([cloud, account, region, project]), { cloud, account, region, project }),
    n,
  ]);
  return { revision, facts: [...facts.values()].map(([, one]) => one), places: [...places.values()].map(([, one]) => one), counts };
}
