import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../model/scope.ts";
import type { AbsentReason, Presence } from "../../model/vocabulary.ts";
import { database } from "../database.ts";
import { RevisionMemory } from "../revision-memory.ts";
import { keys } from "../schema.ts";
import { REVISION_SQL } from "./alike-keys.ts";
import { scopedAccounts } from "./scoped-accounts.ts";

/** Where time is cut. */
export interface TimeCuts {
  /** Ascending; span 0 lies before the first, the last span after the last. */
  createdEdges: readonly Date[];
  /** `isSoon` is true up to and with these moments. */
  deletesSoon: Date;
  expiresSoon: Date;
}

/** A day in UTC or, without one, the reason; null where the cloud said that there is none. */
export interface TimedDay {
  day: string | null;
  isSoon: boolean;
  absent: AbsentReason | null;
}

/** Keys of one source whose times are alike. */
export interface TimedKeys {
  source: string;
  presence: Presence;
  created: { span: number | null; absent: AbsentReason | null };
  deletes: TimedDay;
  expires: TimedDay;
  n: number;
}

interface Counted {
  revision: number;
  groups: { account: string; keys: TimedKeys }[];
}

interface Group {
  account: string;
  source: string;
  presence: Presence;
  span: number | null;
  deletes: string | null;
  deletesSoon: boolean;
  expires: string | null;
  expiresSoon: boolean;
  /** Of created, deletes and expires; null for a row that lacks none of them without saying so. */
  absent: [AbsentReason | null, AbsentReason | null, AbsentReason | null] | null;
  n: number;
}

const memory = new RevisionMemory<Counted>(2);

/**
 * The keys in scope, gone ones too, counted by source and by what their times are: one scan for all who ask for the same cuts in the same revision, which
 * is given with it. A hundred thousand keys are a few thousand such counts.
 */
export async function countTimes(scope: Scope, cuts: TimeCuts): Promise<{ revision: number; keys: TimedKeys[] }> {
  const [accounts, { revision, groups }] = await Promise.all([scopedAccounts(scope), memory.recall(JSON.stringify(cuts), () => readTimes(cuts))]);
  const seen = new Set(accounts.map(({ id }) => id));
  return { revision, keys: groups.filter(({ account }) => seen.has(account)).map((group) => group.keys) };
}

async function readTimes({ createdEdges, deletesSoon, expiresSoon }: TimeCuts): Promise<Counted> {
  const edges = sql`${sql.param(createdEdges.map((edge) => edge.toISOString()))}::timestamptz[]`;
  // Looking for three reasons at once and once a row: access to JSON costs more than all the rest.
  const { rows } = await database().execute<{ revision: number; groups: Group[] }>(sql`select ${REVISION_SQL} as revision, coalesce((
    select json_agg(json_build_object('account', account, 'source', source, 'presence', presence, 'span', span, 'deletes', deletes,
        'deletesSoon', deletes_soon, 'expires', expires, 'expiresSoon', expires_soon, 'absent', absent::json, 'n', n))
      from (select ${keys.accountId} as account, ${keys.sourceId} as source, ${keys.presence} as presence, width_bucket(${keys.createdAt}, ${edges}) as span,
          ${daySql(keys.deletesAt)} as deletes, ${soonSql(keys.deletesAt, deletesSoon)} as deletes_soon,
          ${daySql(keys.expiresAt)} as expires, ${soonSql(keys.expiresAt, expiresSoon)} as expires_soon, ${ABSENT} as absent, count(*)::int as n
        from ${keys} group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as alike), '[]') as groups`);
  return { revision: rows[0]?.revision ?? 0, groups: (rows[0]?.groups ?? []).map(toTimed) };
}

type TimeColumn = typeof keys.deletesAt | typeof keys.expiresAt;

const daySql = (column: TimeColumn): SQL => sql`(${column} at time zone 'UTC')::date`;
const soonSql = (column: TimeColumn, moment: Date): SQL => sql`coalesce(${column} <= ${moment.toISOString()}::timestamptz, false)`;
const ABSENT = sql`case when ${keys.absent} ?| '{createdAt,deletesAt,expiresAt}'
  then json_build_array(${keys.absent} ->> 'createdAt', ${keys.absent} ->> 'deletesAt', ${keys.absent} ->> 'expiresAt')::text end`;

function toTimed({ account, source, presence, span, deletes, deletesSoon, expires, expiresSoon, absent, n }: Group): Counted["groups"][number] {
  const [noCreated, noDeletes, noExpires] = absent ?? [null, null, null];
  return {
    account,
    keys: {
      source,
      presence,
      created: { span, absent: noCreated },
      deletes: { day: deletes, isSoon: deletesSoon, absent: noDeletes },
      expires: { day: expires, isSoon: expiresSoon, absent: noExpires },
      n,
    },
  };
}
