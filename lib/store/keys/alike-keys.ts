import { sql } from "drizzle-orm";
import type { CloudId } from "../../model/vocabulary.ts";
import { RevisionMemory } from "../revision-memory.ts";
import { accounts, keys, sources } from "../schema.ts";
import { type CountedSources, SourceCounts } from "./source-counts.ts";

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

/** The place is told by the source, once a group. */
interface Counted extends AlikePlace, AlikeFacts {
  source: string;
  n: number;
}

const counts = new SourceCounts<Counted>(
  (picked) => sql`select json_agg(json_build_object('source', source_id, 'cloud', a.cloud, 'account', a.id, 'region', s.region, 'project', s.project,
      'profile', profile, 'presence', presence, 'n', n))
    from (select ${keys.sourceId}, ${keys.profile}, ${keys.presence}, count(*)::int as n from ${keys} where ${picked} group by 1, 2, 3) as alike
      join ${sources} s on s.id = source_id join ${accounts} a on a.id = s.account_id`,
);
const memory = new RevisionMemory<AlikeKeys>(1);

/** All keys of the inventory, counted by what facets say of them, whoever asks. The caller keeps to its scope. */
export const readAlikeKeys = (): Promise<AlikeKeys> => memory.recall("", async () => indexed(await counts.read()));

function indexed({ revision, bySource }: CountedSources<Counted>): AlikeKeys {
  const facts = new Map<string, [number, AlikeFacts]>();
  const places: AlikePlace[] = [];
  const all: [number, number, number][] = [];
  for (const groups of bySource.values()) {
    const [first] = groups;
    if (!first) continue;
    const { cloud, account, region, project } = first;
    const place = places.push({ cloud, account, region, project }) - 1;
    for (const { profile, presence, n } of groups) {
      const key = presence + profile;
      const [at] = facts.get(key) ?? facts.set(key, [facts.size, { profile, presence }]).get(key) ?? [0];
      all.push([at, place, n]);
    }
  }
  return { revision, facts: [...facts.values()].map(([, one]) => one), places, counts: all };
}
