import type { KeyRow } from "../../model/key.ts";
import { NO_KEY } from "../../model/no-key.ts";
import type { AbsentReason } from "../../model/vocabulary.ts";
import { effectiveFilters } from "../../query/default-query.ts";
import { type QueryField, ruleOf } from "../../query/fields.ts";
import { allOf, judgeFilter, type Verdict } from "../../query/judge.ts";
import type { Filter, KeyQuery } from "../../query/query.ts";
import type { AlikeFacts, AlikeKeys, AlikePlace } from "./alike-keys.ts";
import { type CountGroup, facetBit, isFact } from "./count-sql.ts";
import { PROFILE_FIELDS, readProfile } from "./profile.ts";
import type { ValueContext } from "./value-sql.ts";

/** Whether every filter is about what facets tell: then keys that are alike are judged alike. */
export function isCountable(query: KeyQuery): boolean {
  return effectiveFilters(query).every(isCountedBy);
}

/** Whether one filter is. */
export const isCountedBy = ({ field }: Pick<Filter, "field">): boolean => ruleOf(field).facet === true;

/** A group of no rows for each place and for each set of facts in scope: what occurs there is counted as zero. */
export function emptyGroups({ facts, places, counts }: AlikeKeys, context: ValueContext): CountGroup[] {
  const names = new Set(context.accounts.map(({ id }) => id));
  const inScope = counts.filter(([, at]) => names.has(places[at]?.account ?? ""));
  const none = { mark: 0, n: 0, place: null, profile: null, presence: null };
  const ofFacts = [...new Set(inScope.map(([fact]) => fact))].map((fact) => ({ ...none, ...facts[fact] }));
  return [...ofFacts, ...[...new Set(inScope.map(([, at]) => at))].map((at) => ({ ...none, place: places[at] ?? null }))];
}

/** The groups that `countSql` gives, out of keys counted before: the caller's filters are all countable. */
export function countAlike(query: KeyQuery, facets: readonly QueryField[], { facts, places, counts }: AlikeKeys, context: ValueContext): CountGroup[] {
  const filters = effectiveFilters(query);
  const names = new Map(context.accounts.map(({ id, name }) => [id, name]));
  const ofFact = facts.map((group) =>
    verdictsOn(
      filters.filter(({ field }) => isFact(field)),
      factsRow(group),
      context,
    ),
  );
  const ofPlace = places.map((place) =>
    verdictsOn(
      filters.filter(({ field }) => !isFact(field)),
      placeRow(place, names),
      context,
    ),
  );
  const markOf = markReader(query, filters, facets);
  const hasFacts = facets.some(isFact);
  const hasPlaces = facets.some((field) => !isFact(field));
  const sums = [new Map<string, CountGroup>(), new Map<string, CountGroup>()] as const;
  const add = (kind: 0 | 1, mark: number, at: number, n: number, what: Partial<CountGroup>) => {
    const key = `${mark}/${at}`;
    const held = sums[kind].get(key);
    if (held) held.n += n;
    else sums[kind].set(key, { mark, n, place: null, profile: null, presence: null, ...what });
  };
  for (const [fact, at, n] of counts) {
    const [held, place] = [facts[fact], places[at]];
    if (!held || !place || !names.has(place.account)) continue;
    const mark = markOf(ofFact[fact] ?? NO_VERDICTS, ofPlace[at] ?? NO_VERDICTS);
    if (hasFacts) add(0, mark, fact, n, held);
    if (hasPlaces) add(1, mark, at, n, { place });
    if (!hasFacts && !hasPlaces) add(0, mark, 0, n, {});
  }
  return sums.flatMap((groups) => [...groups.values()]);
}

/** Verdicts by field; equal ones have equal texts. */
interface Verdicts {
  text: string;
  verdicts: [QueryField, Verdict][];
}
const NO_VERDICTS: Verdicts = { text: "", verdicts: [] };

/** As `markSql`, once for verdicts that are equal: listed, undecided, and listed without its own filter for each facet. */
function markReader(query: KeyQuery, filters: readonly Filter[], facets: readonly QueryField[]): (facts: Verdicts, place: Verdicts) => number {
  const wanted: Verdict = query.judged === "undecided" ? null : true;
  const known = new Map<string, number>();
  const read = (verdicts: readonly [QueryField, Verdict][]): number => {
    const without = (own: QueryField | null) => allOf(verdicts.flatMap(([field, verdict]) => (field === own ? [] : [verdict])));
    const all = without(null);
    const bits = filters.map(({ field }) => (facets.includes(field) && without(field) === wanted ? facetBit(query, field) : 0));
    return (all === wanted ? 1 : 0) + (all === null ? 2 : 0) + bits.reduce((sum, bit) => sum + bit, 0);
  };
  return (facts, place) => {
    const key = `${facts.text}/${place.text}`;
    const mark = known.get(key) ?? read([...facts.verdicts, ...place.verdicts]);
    known.set(key, mark);
    return mark;
  };
}

function verdictsOn(filters: readonly Filter[], row: KeyRow, { now }: ValueContext): Verdicts {
  const verdicts = filters.map((filter): [QueryField, Verdict] => [filter.field, judgeFilter(filter, row, now)]);
  return { text: verdicts.map(([, verdict]) => String(verdict)).join(), verdicts };
}

const placeRow = ({ cloud, account, region, project }: AlikePlace, names: ReadonlyMap<string, string>): KeyRow => ({
  ...NO_KEY,
  cloud,
  account: { id: account, name: names.get(account) ?? "" },
  region,
  project,
});

function factsRow({ profile, presence }: AlikeFacts): KeyRow {
  const absent: Record<string, AbsentReason> = {};
  const values: Record<string, string | null> = {};
  for (const [i, cell] of readProfile(profile).entries()) {
    const { fact, property } = ruleOf(PROFILE_FIELDS[i] ?? "q");
    if (Array.isArray(cell) && fact) absent[fact] = cell[0] as AbsentReason;
    else if (!Array.isArray(cell)) values[property] = cell;
  }
  return { ...NO_KEY, ...values, presence: presence as KeyRow["presence"], absent };
}
