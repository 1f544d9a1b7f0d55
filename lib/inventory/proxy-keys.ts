import type { ProxyPage } from "../model/answers.ts";
import { CloudError } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { judgeFilter } from "../query/judge.ts";
import { readAccount } from "../store/accounts.ts";
import { cloudOf } from "../clouds/registry.ts";
import { hear } from "../reading/hear.ts";
import { rowsOf } from "./live/live-source.ts";
import { missable } from "./live/missable.ts";
import { openProxiedSource } from "./proxy/open-proxied-source.ts";
import { readProxyParams, writePageToken } from "./proxy/read-proxy-params.ts";
import { inTime } from "./live/in-time.ts";

/**
 * One page of a cloud's own listing of one region, normalised; what the listing does not tell is absent as `pending`. `params` holds pageToken, pageSize,
 * project, and the fields that this cloud filters by itself; what it answers is filtered again, since a cloud may ignore a filter. A filter that might hide
 * keys of this source runs here alone.
 * Throws Refusal (`not_found`, `unsupported_filter`, `invalid_query`) or CloudError.
 */
export async function proxyKeys(scope: Scope, accountId: string, region: string, params: URLSearchParams, signal?: AbortSignal): Promise<ProxyPage> {
  const account = await readAccount(scope, accountId);
  if (!account) throw new Refusal("not_found", "There is no such account.");
  const { project, page, pageSize, filter, tests } = readProxyParams(cloudOf(account.cloud), params);
  const live = await openProxiedSource(scope, { accountId, region, project }, signal);
  const unsure: readonly string[] = missable(live.reading.cloud, live.source);
  const sent = Object.fromEntries(Object.entries(filter).filter(([field]) => !unsure.includes(field)));
  const asked = live.reading.connection.listKeys(live.reading.source, { pageToken: page.token, seen: page.seen, pageSize, filter: sent });
  const listed = await inTime("list", asked).catch((error: unknown) => Promise.reject(isForged(error, page.token) ? refusedToken(error) : error));
  const wanted = Object.keys(sent).find((field) => !listed.pushedDown.includes(field));
  if (wanted) throw new Refusal("unsupported_filter", `${live.reading.cloud.label} cannot filter by these values of ${wanted} itself.`, wanted);
  for (const reading of listed.items) hear(live.reading, "listed", { reading, call: listed.call });
  const now = new Date();
  return {
    rows: rowsOf(live).filter((row) => tests.every((test) => judgeFilter(test, row, now) !== false)),
    nextPageToken: listed.next === null ? null : writePageToken(listed.next, page.seen + listed.items.length),
    claimed: listed.claimed,
    pushedDown: listed.pushedDown,
    requestId: listed.call.requestId,
  };
}

/** The asker's token is the one part of such a call that is not ours: a cloud that calls the request bad means it. */
const isForged = (error: unknown, token: string | null): error is CloudError =>
  token !== null && error instanceof CloudError && error.kind === "protocol" && error.status === 400;

const refusedToken = (error: CloudError) =>
  new Refusal("invalid_query", "The cloud does not know this page: pageToken is of no earlier answer.", "pageToken", error);
