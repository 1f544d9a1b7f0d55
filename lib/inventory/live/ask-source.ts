import type { LivePlan } from "../../model/answers.ts";
import { FACT_FIELDS, type FactField, type KeyRow } from "../../model/key.ts";
import { judgeFilter } from "../../query/judge.ts";
import type { KeyQuery } from "../../query/query.ts";
import { askDetails } from "../../reading/ask-details.ts";
import { attempt } from "../../reading/attempt.ts";
import { describeKeys } from "../../reading/describe-keys.ts";
import type { KeyName } from "../../reading/describe-named.ts";
import { sweepKeys } from "../../reading/sweep-keys.ts";
import { askMissing } from "./ask-missing.ts";
import { listSource } from "./list-source.ts";
import { type LiveSource, rowsOf } from "./live-source.ts";
import { nativeFilter } from "./native-filter.ts";
import { decidingFacts, needsMore } from "./needs-more.ts";
import { tellByCensus } from "./tell-by-census.ts";

/** What the inventory knows of a source, as far as asking it now depends on it. */
export interface KnownSource {
  /** Facts that some key holds undecided, or whose filter this cloud may not find every key by; null for a source that was never read. */
  unsure: ReadonlySet<FactField> | null;
  /** Keys that their listing lacked. */
  missing: readonly KeyName[];
  /** Keys whose census field is undecided: a census would decide what the inventory cannot. Null for a source that was never read. */
  uncounted: ReadonlySet<string> | null;
}

export type LiveOutcome = "read" | "failed" | "not-enabled";

/**
 * Asks a source as deep as the query needs: the listing, the sweeps, and single keys only where they decide something. Where no row `isShown`, keys are
 * counted, and the sweeps too are left out when nothing hangs on them.
 */
export async function askSource(live: LiveSource, query: KeyQuery, known: KnownSource, now: Date, isShown: boolean): Promise<LiveOutcome> {
  const { reading } = live;
  const filter = nativeFilter(reading.cloud, query, known.unsure);
  const list = await attempt(reading, { operation: "list", repeats: false }, () => listSource(live, filter));
  if ("absence" in list) {
    reading.heard.clear();
    return list.error?.kind === "not-enabled" ? "not-enabled" : "failed";
  }
  await askMissing(live, known.missing);
  const facts = decidingFacts(query);
  if (isShown || facts.length > 0) await sweepKeys(reading);
  const wanting = () => rowsOf(live).filter((row) => needsMore(query, facts, row, now));
  await tellByCensus(live, wanting(), facts, known.uncounted);
  await deepen(live, wanting(), facts);
  return "read";
}

/** Deepens the rows of this source that a page shows, and gives them anew. */
export async function completeRows(live: LiveSource, rows: readonly KeyRow[]): Promise<KeyRow[]> {
  const own = rows.filter(({ keyId }) => live.reading.heard.has(keyId));
  await deepen(live, own);
  return rowsOf(
    live,
    own.map(({ keyId }) => keyId),
  );
}

/** Describes these keys where their listing did not, and asks the details that tell one of `fields` and make sense. */
async function deepen({ reading }: LiveSource, rows: readonly KeyRow[], fields: readonly FactField[] = FACT_FIELDS): Promise<void> {
  const keyIds = rows.map(({ keyId }) => keyId);
  await describeKeys(reading, keyIds);
  await askDetails(reading, keyIds, fields);
}

/** `now` is the moment that the query's ranges are counted from; `calls` is what went out. */
export function planOf(live: LiveSource, query: KeyQuery, { now, calls }: { now: Date; calls: number }): LivePlan {
  const { source, reading, refused } = live;
  const pushed = query.filters.filter(({ field }) => live.pushedDown.includes(field));
  const listed = pushed.length > 0 ? rowsOf(live).filter(({ presence }) => presence === "present") : [];
  return {
    account: source.account.id,
    region: source.region,
    project: reading.source.project,
    pushedDown: pushed.map(({ field }) => field),
    local: query.filters.map(({ field }) => field).filter((field) => !live.pushedDown.includes(field)),
    ignored: pushed.filter((filter) => listed.some((row) => judgeFilter(filter, row, now) === false)).map(({ field }) => field),
    refused,
    pages: reading.pages,
    calls,
  };
}
