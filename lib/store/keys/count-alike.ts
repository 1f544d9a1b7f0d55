import type { KeyRow } from "../../model/key.ts";
import { NO_KEY } from "../../model/no-key.ts";
import type { AbsentReason } from "../../model/vocabulary.ts";
import { effectiveFilters } from "../../query/default-query.ts";
import { type QueryField, ruleOf } from "../../query/fields.ts";
import { allOf, judgeFilter, type Verdict } from "../../query/judge.ts";
import type { Filter, KeyQuery } from "../../query/query.ts";
import type { AlikeKeys } from "./alike-keys.ts";
import { type CountGroup, facetBit, isFact } from "./count-sql.ts";
import { PROFILE_FIELDS, readProfile } from "./profile.ts";
import type { ValueContext } from "./value-sql.ts";

/** Whether every filter is about what facets tell: then keys that are alike are judged alike. */
export function isCountable(query: KeyQuery): boolean {
  return effectiveFilters(query).every(({ field }) => ruleOf(field).facet);
}

/** The groups that `countSql` gives, out of keys counted before: the caller's filters are all countable. */
export function countAlike(query: KeyQuery, facets: readonly QueryField[], alike: readonly AlikeKeys[], context: ValueContext): CountGroup[] {
  const filters = effectiveFilters(query);
  const names = new Map(context.accounts.map(({ id, name }) => [id, name]));
  const ofFact = remember(
    ({ profile, presence }: AlikeKeys) => profile + presence,
    (group) =>
      verdictsOn(
        filters.filter(({ field }) => isFact(field)),
        factsRow(group),
        context,
      ),
  );
  const ofPlace = remember(placeKey, (group) =>
    verdictsOn(
      filters.filter(({ field }) => !isFact(field)),
      placeRow(group, names),
      context,
    ),
  );
  const hasFacts = facets.some(isFact);
  const hasPlaces = facets.some((field) => !isFact(field));
  const sums = new Map<string, CountGroup>();
  const add = (key: string, n: number, group: () => Omit<CountGroup, "n">) => {
    const held = sums.get(key);
    if (held) held.n += n;
    else sums.set(key, { ...group(), n });
  };
  for (const group of alike) {
    if (!names.has(group.account)) continue;
    const mark = markOf(query, filters, facets, new Map([...ofFact(group), ...ofPlace(group)]));
    const { cloud, account, region, project, profile, presence, n } = group;
    const nothing = { mark, place: null, profile: null, presence: null };
    if (hasFacts) add(`f${mark}/${presence}${profile}`, n, () => ({ ...nothing, profile, presence }));
    if (hasPlaces) add(`p${mark}/${placeKey(group)}`, n, () => ({ ...nothing, place: { cloud, account, region, project } }));
    if (!hasFacts && !hasPlaces) add(String(mark), n, () => nothing);
  }
  return [...sums.values()];
}

/** As `markSql`: listed, undecided, and listed without its own filter for each facet. */
function markOf(query: KeyQuery, filters: readonly Filter[], facets: readonly QueryField[], verdicts: ReadonlyMap<QueryField, Verdict>): number {
  const wanted: Verdict = query.judged === "undecided" ? null : true;
  const without = (own: QueryField | null) => allOf(filters.flatMap(({ field }) => (field === own ? [] : [verdicts.get(field) ?? null])));
  const all = without(null);
  let mark = (all === wanted ? 1 : 0) + (all === null ? 2 : 0);
  for (const { field } of filters) if (facets.includes(field) && without(field) === wanted) mark += facetBit(query, field);
  return mark;
}

function verdictsOn(filters: readonly Filter[], row: KeyRow, { now }: ValueContext): [QueryField, Verdict][] {
  return filters.map((filter) => [filter.field, judgeFilter(filter, row, now)]);
}

const placeKey = ({ cloud, account, region, project }: AlikeKeys) => JSON.stringify([cloud, account, region, project]);

const placeRow = ({ cloud, account, region, project }: AlikeKeys, names: ReadonlyMap<string, string>): KeyRow => ({
  ...NO_KEY,
  cloud,
  account: { id: account, name: names.get(account) ?? "" },
  region,
  project,
});

function factsRow({ profile, presence }: AlikeKeys): KeyRow {
  const absent: Record<string, AbsentReason> = {};
  const values: Record<string, string | null> = {};
  for (const [i, cell] of readProfile(profile).entries()) {
    const { fact, property } = ruleOf(PROFILE_FIELDS[i] ?? "q");
    if (Array.isArray(cell) && fact) absent[fact] = cell[0] as AbsentReason;
    else if (!Array.isArray(cell)) values[property] = cell;
  }
  return { ...NO_KEY, ...values, presence: presence as KeyRow["presence"], absent };
}

/** The same answer once for each key. */
function remember<A, T>(keyOf: (given: A) => string, make: (given: A) => T): (given: A) => T {
  const held = new Map<string, T>();
  return (given) => {
    const key = keyOf(given);
    const known = held.get(key) ?? make(given);
    held.set(key, known);
    return known;
  };
}
