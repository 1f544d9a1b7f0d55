import { CloudError } from "../../model/problem.ts";
import type { FactField, KeyRow } from "../../model/key.ts";
import type { LivePlan } from "../../model/answers.ts";
import { judgeFilter } from "../../query/judge.ts";
import type { KeyQuery } from "../../query/query.ts";
import { askMissing } from "./ask-missing.ts";
import { deepenKeys } from "./deepen-keys.ts";
import { listSource } from "./list-source.ts";
import { liveRow, type LiveSource, readKeyOf } from "./live-source.ts";
import { nativeFilter } from "./native-filter.ts";
import { decidingFacts, needsMore } from "./needs-more.ts";
import { sweepSource } from "./sweep-source.ts";

/** What the inventory knows of a source, as far as asking it now depends on it. */
export interface KnownSource {
  /** Facts that some key holds undecided; null for a source that was never read. */
  undecided: ReadonlySet<FactField> | null;
  /** Keys that their listing lacked. */
  missing: readonly string[];
}

export type LiveOutcome = "read" | "failed" | "not-enabled";

/** Asks a source as deep as the query needs: the listing, the sweeps, and single keys only where they decide something. */
export async function askSource(live: LiveSource, query: KeyQuery, known: KnownSource, now: Date): Promise<LiveOutcome> {
  try {
    await listSource(live, nativeFilter(live.cloud, query, known.undecided));
  } catch (error) {
    live.heard.clear();
    live.problems.note(error, "list");
    return error instanceof CloudError && error.kind === "not-enabled" ? "not-enabled" : "failed";
  }
  await askMissing(live, known.missing);
  await sweepSource(live);
  const facts = decidingFacts(query);
  const undecided = [...live.heard.keys()].filter((keyId) => needsMore(query, facts, liveRow(live, readKeyOf(live, keyId)), now));
  await deepenKeys(live, undecided, facts);
  return "read";
}

export function rowsOf(live: LiveSource): KeyRow[] {
  return [...live.heard.keys()].map((keyId) => liveRow(live, readKeyOf(live, keyId)));
}

/** Deepens the rows of this source that a page shows, and gives them anew. */
export async function completeRows(live: LiveSource, rows: readonly KeyRow[]): Promise<KeyRow[]> {
  const keyIds = rows.map(({ keyId }) => keyId).filter((keyId) => live.heard.has(keyId));
  await deepenKeys(live, keyIds);
  return keyIds.map((keyId) => liveRow(live, readKeyOf(live, keyId)));
}

/** `now` is the moment that the query's ranges are counted from. */
export function planOf(live: LiveSource, query: KeyQuery, now: Date): LivePlan {
  const { account, region } = live.source;
  const pushed = query.filters.filter(({ field }) => live.pushedDown.includes(field));
  const listed = pushed.length > 0 ? rowsOf(live).filter(({ presence }) => presence === "present") : [];
  return {
    account: account.id,
    region,
    project: live.address.project,
    pushedDown: live.pushedDown,
    local: query.filters.map(({ field }) => field).filter((field) => !live.pushedDown.includes(field)),
    ignored: pushed.filter((filter) => listed.some((row) => judgeFilter(filter, row, now) === false)).map(({ field }) => field),
    refused: live.refused,
    pages: live.pages,
    calls: live.calls,
  };
}
