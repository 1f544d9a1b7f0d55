import { CloudError } from "../../model/problem.ts";
import type { KeyRow } from "../../model/key.ts";
import type { LivePlan } from "../../model/answers.ts";
import type { KeyQuery } from "../../query/query.ts";
import { deepenKeys } from "./deepen-keys.ts";
import { listSource } from "./list-source.ts";
import { liveRow, type LiveSource, readKeyOf } from "./live-source.ts";
import { nativeFilter } from "./native-filter.ts";
import { decidingFacts, needsMore } from "./needs-more.ts";
import { sweepSource } from "./sweep-source.ts";

export type LiveOutcome = "read" | "failed" | "not-enabled";

/** Asks a source as deep as the query needs: the listing, the sweeps, and single keys only where they decide something. */
export async function askSource(live: LiveSource, query: KeyQuery, now: Date): Promise<LiveOutcome> {
  try {
    await listSource(live, nativeFilter(live.cloud, query));
  } catch (error) {
    live.heard.clear();
    live.problems.note(error, "list");
    return error instanceof CloudError && error.kind === "not-enabled" ? "not-enabled" : "failed";
  }
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

export function planOf(live: LiveSource, query: KeyQuery): LivePlan {
  const { account, region } = live.source;
  const local = query.filters.map(({ field }) => field).filter((field) => !live.pushedDown.includes(field));
  return {
    account: account.id,
    region,
    project: live.address.project,
    pushedDown: live.pushedDown,
    local,
    ignored: [],
    refused: live.refused,
    pages: live.pages,
    calls: live.calls,
  };
}
