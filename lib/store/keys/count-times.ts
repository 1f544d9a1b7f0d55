import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import type { AbsentReason, Presence } from "../../model/vocabulary.ts";
import { RevisionMemory } from "../revision-memory.ts";
import { keys } from "../schema.ts";
import { scopedAccounts } from "./scoped-accounts.ts";
import { SourceCounts } from "./source-counts.ts";

/** A moment in ms or, without one, the reason; null where the cloud said that there is none. */
export interface Timed {
  at: number | null;
  absent: AbsentReason | null;
}

/** Keys of one source whose times are alike: the span of their creation, and the moments of their end. */
export interface TimedKeys {
  source: string;
  presence: Presence;
  /** 0 lies before the first edge, the last after the last. */
  created: { span: number | null; absent: AbsentReason | null };
  deletes: Timed;
  expires: Timed;
  n: number;
}

interface Group {
  account: string;
  source: string;
  presence: Presence;
  span: number | null;
  deletes: number | null;
  expires: number | null;
  /** Of created, deletes and expires; null for a row that lacks none of them without saying so. */
  absent: [AbsentReason | null, AbsentReason | null, AbsentReason | null] | null;
  n: number;
}

interface Counted {
  account: string;
  keys: TimedKeys;
}

/** Zones have edges of their own: those of a few are counted at a time. */
const MOST_EDGES = 4;
const counts = new Map<string, SourceCounts<Group>>();
const memory = new RevisionMemory<Counted[]>(MOST_EDGES);

/**
 * The keys in scope, gone ones too, counted by source and by what their times are, for all who ask with the same ascending edges. Few keys are about to end,
 * so those moments are kept as they are and no asking at another minute counts again.
 */
export async function countTimes(scope: Scope, createdEdges: readonly Date[]): Promise<TimedKeys[]> {
  const edges = JSON.stringify(createdEdges);
  const [accounts, groups] = await Promise.all([scopedAccounts(scope), memory.recall(edges, () => readTimes(edges, createdEdges))]);
  const seen = new Set(accounts.map(({ id }) => id));
  return groups.filter(({ account }) => seen.has(account)).map(({ keys: timed }) => timed);
}

async function readTimes(edges: string, createdEdges: readonly Date[]): Promise<Counted[]> {
  const known = counts.get(edges) ?? spanCounts(createdEdges);
  // The last one used stands last; the first is forgotten.
  counts.delete(edges);
  counts.set(edges, known);
  for (const oldest of [...counts.keys()].slice(0, -MOST_EDGES)) counts.delete(oldest);
  return [...(await known.read()).bySource.values()].flatMap((groups) => groups.map(toTimed));
}

function spanCounts(createdEdges: readonly Date[]): SourceCounts<Group> {
  const edges = sql`${sql.param(createdEdges.map((edge) => edge.toISOString()))}::timestamptz[]`;
  return new SourceCounts(
    (picked) => sql`select json_agg(json_build_object('account', account, 'source', source, 'presence', presence, 'span', span,
        'deletes', ${msSql(sql`deletes`)}, 'expires', ${msSql(sql`expires`)}, 'absent', absent::json, 'n', n))
      from (select ${keys.accountId} as account, ${keys.sourceId} as source, ${keys.presence} as presence, width_bucket(${keys.createdAt}, ${edges}) as span,
          ${keys.deletesAt} as deletes, ${keys.expiresAt} as expires, ${ABSENT} as absent, count(*)::int as n
        from ${keys} where ${picked} group by 1, 2, 3, 4, 5, 6, 7) as alike`,
  );
}

const msSql = (moment: SQL): SQL => sql`(extract(epoch from ${moment}) * 1000)::float8`;
/** Looking for three reasons at once and once a row: access to JSON costs more than all the rest. */
const ABSENT = sql`case when ${keys.absent} ?| '{createdAt,deletesAt,expiresAt}'
  then json_build_array(${keys.absent} ->> 'createdAt', ${keys.absent} ->> 'deletesAt', ${keys.absent} ->> 'expiresAt')::text end`;

function toTimed({ account, source, presence, span, deletes, expires, absent, n }: Group): Counted {
  const [noCreated, noDeletes, noExpires] = absent ?? [null, null, null];
  const [created, ends] = [
    { span, absent: noCreated },
    { deletes: { at: deletes, absent: noDeletes }, expires: { at: expires, absent: noExpires } },
  ];
  return { account, keys: { source, presence, created, ...ends, n } };
}
