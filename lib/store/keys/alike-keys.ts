import { eq, sql } from "drizzle-orm";
import type { CloudId } from "../../model/vocabulary.ts";
import { database } from "../database.ts";
import { RevisionMemory } from "../revision-memory.ts";
import { instance, keys } from "../schema.ts";
import { REVISION } from "../revision.ts";

/** Keys that no facet tells apart: of one source, with the same facts and presence. A hundred thousand keys are some six thousand of these. */
export interface AlikeKeys {
  cloud: CloudId;
  account: string;
  region: string;
  project: string | null;
  profile: string;
  presence: string;
  n: number;
}

export type AlikeKeysOfRevision = {
  /** The revision that all of them are of. */
  revision: number;
  groups: AlikeKeys[];
};

const memory = new RevisionMemory<AlikeKeysOfRevision>(1);

/** The revision within a statement, of the same moment as the rest of it; 0 before the first change. */
export const REVISION_SQL = sql`coalesce((select (${instance.value})::text::bigint from ${instance} where ${eq(instance.name, REVISION)}), 0)::float8`;

/** All keys of the inventory, counted by what facets say of them: one scan in each revision, whoever asks. The caller keeps to its scope. */
export function readAlikeKeys(): Promise<AlikeKeysOfRevision> {
  return memory.recall("", async () => {
    const { rows } = await database().execute<AlikeKeysOfRevision>(sql`select ${REVISION_SQL} as revision, coalesce((
      select json_agg(json_build_object('cloud', cloud, 'account', account_id, 'region', region, 'project', project, 'profile', profile, 'presence', presence, 'n', n))
      from (select ${keys.cloud}, ${keys.accountId}, ${keys.region}, ${keys.project}, ${keys.profile}, ${keys.presence}, count(*)::int as n
        from ${keys} group by 1, 2, 3, 4, 5, 6) as alike), '[]') as groups`);
    return rows[0] ?? { revision: 0, groups: [] };
  });
}
