import { type ConnectionOptions, openConnection } from "../../accounts/open-connection.ts";
import { CloudError } from "../../model/problem.ts";
import type { Scope } from "../../model/scope.ts";
import { attempt } from "../../reading/attempt.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { StoredSource } from "../../store/sources.ts";
import { countCalls } from "./count-calls.ts";
import { type LiveSource, openLiveSource } from "./live-source.ts";

interface OpenedSources {
  lives: LiveSource[];
  /** How many calls went out to a source so far. */
  callsOf: (live: LiveSource) => number;
}

/** Connects each account once for all its sources. Nothing is sent yet, save where a region's projects must be asked for. */
export async function openSources(scope: Scope, sources: readonly StoredSource[], options: ConnectionOptions): Promise<OpenedSources> {
  const ids = [...new Set(sources.map(({ account }) => account.id))];
  const counts = new Map(ids.map((id) => [id, countCalls()]));
  const open = async (id: string) => [id, await openConnection(scope, id, { ...options, onCall: counts.get(id)?.onCall })] as const;
  const opened = new Map(await Promise.all(ids.map(open)));
  return {
    lives: sources.flatMap((source) => {
      const account = opened.get(source.account.id);
      return account ? [openLiveSource(source, account)] : [];
    }),
    callsOf: ({ source, reading }) => counts.get(source.account.id)?.at(reading.source) ?? 0,
  };
}

/**
 * Where to ask: the source itself, or each project of a region whose projects nobody told us when the account was read last.
 * A refusal is a problem of the source, which then stays unread.
 */
export async function addressesOf(live: LiveSource): Promise<LiveSource[]> {
  const { account, reading, source } = live;
  const { cloud, connection } = reading;
  if (account.restsSince !== null) {
    reading.problems.add(restingCredential(account));
    return [];
  }
  const { projects } = connection;
  if (!cloud.hasProjects || source.project !== null || !projects) return [live];
  const answer = await attempt(reading, { operation: "projects", repeats: false }, async () => {
    const { value } = await projects(source.region);
    if (value.length > 0) return value;
    throw new CloudError({ kind: "protocol", operation: "projects", code: "no_project", message: "The cloud names no project for this region." });
  });
  if ("absence" in answer) return [];
  return answer.value.map(({ id }) => openLiveSource(source, { account, cloud, connection }, { region: source.region, project: id }));
}

/** A credential that was refused is left alone until a person acts: some clouds lock what is refused too often. */
function restingCredential({ problem }: AccountRow): CloudError {
  const { operation = "sign-in", code = "credential_rests", requestId = null } = problem ?? {};
  return new CloudError({
    kind: "auth",
    operation,
    code,
    requestId,
    message: "The cloud refused this account's credential. It rests until it is changed or tried again by hand.",
  });
}
