import { eq, like, type SQL, sql } from "drizzle-orm";
import { database } from "../database.ts";
import { KEYS_CHANGED, ofSource, REVISION } from "../revision.ts";
import { instance } from "../schema.ts";

/** The revision within a statement, of the same moment as the rest of it; 0 before the first change. */
export const REVISION_SQL = sql`coalesce((select (${instance.value})::text::bigint from ${instance} where ${eq(instance.name, REVISION)}), 0)::float8`;

/** Group by group of each source, all of one revision. */
export interface CountedSources<G> {
  revision: number;
  bySource: ReadonlyMap<string, readonly G[]>;
}

interface Changed {
  revision: number;
  /** The last revision in which anything may have changed. */
  whole: number;
  /** Sources whose keys changed after the revision that was asked about. */
  sources: string[];
}

/** Sources of more than this share are not worth counting one by one: an index finds their rows, and a scan needs none. */
const MOST_SHARE = 0.2;

/**
 * Keys counted source by source. When a reading changes one of four hundred sources, its keys are counted again and no others: the rest is as it was.
 * `groups` gives, for the rows that its argument picks, a statement of one JSON list of groups, each with its `source`.
 */
export class SourceCounts<G extends { source: string }> {
  readonly #groups: (picked: SQL) => SQL;
  #held: CountedSources<G> | null = null;

  constructor(groups: (picked: SQL) => SQL) {
    this.#groups = groups;
  }

  async read(): Promise<CountedSources<G>> {
    const held = this.#held;
    const again = held && (await this.#update(held));
    const counted = again ?? (await this.#count(null));
    if (counted.revision > 0 && counted.revision >= (this.#held?.revision ?? 0)) this.#held = counted;
    return counted;
  }

  /** Null where a scan is the better way, or another change came in between. */
  async #update(held: CountedSources<G>): Promise<CountedSources<G> | null> {
    const { revision, whole, sources } = await readChanged(held.revision);
    if (whole === 0 || whole > held.revision || revision < held.revision || sources.length > held.bySource.size * MOST_SHARE) return null;
    if (sources.length === 0) return { revision, bySource: held.bySource };
    const counted = await this.#count(sources);
    if (counted.revision !== revision) return null;
    const bySource = new Map(held.bySource);
    for (const source of sources) bySource.set(source, counted.bySource.get(source) ?? []);
    return { revision, bySource };
  }

  async #count(sources: readonly string[] | null): Promise<CountedSources<G>> {
    const picked = sources ? sql`source_id = any(${sql.param([...sources])}::text[])` : sql`true`;
    const { rows } = await database().execute<{ revision: number; groups: G[] | null }>(
      sql`select ${REVISION_SQL} as revision, (${this.#groups(picked)}) as groups`,
    );
    return { revision: rows[0]?.revision ?? 0, bySource: Map.groupBy(rows[0]?.groups ?? [], ({ source }) => source) };
  }
}

async function readChanged(since: number): Promise<Changed> {
  const number = sql`(${instance.value})::text::bigint`;
  const { rows } = await database().execute<{ revision: number; whole: number; names: string[] | null }>(sql`select ${REVISION_SQL} as revision,
    coalesce((select ${number} from ${instance} where ${eq(instance.name, KEYS_CHANGED)}), 0)::float8 as whole,
    (select json_agg(${instance.name}) from ${instance} where ${like(instance.name, ofSource("%"))} and ${number} > ${since}) as names`);
  const [{ revision = 0, whole = 0, names = null } = {}] = rows;
  return { revision, whole, sources: (names ?? []).map((name) => name.slice(ofSource("").length)) };
}
