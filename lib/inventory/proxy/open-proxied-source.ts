import { openConnection } from "../../accounts/open-connection.ts";
import type { Connection } from "../../clouds/cloud.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Scope } from "../../model/scope.ts";
import { readSources, type StoredSource } from "../../store/sources.ts";
import { type LiveSource, openLiveSource } from "../live/live-source.ts";
import { inTime } from "../live/in-time.ts";

/** How long one native call may take, tries again included. */
const DEADLINE_MS = 15_000;

/**
 * The source that a proxied call goes to. `project` picks one where a region has several; without it the region's own is taken.
 * Throws Refusal `not_found` for an account, region or project that is absent or not the asker's.
 */
export async function openProxiedSource(
  scope: Scope,
  at: { accountId: string; region: string; project: string | null },
  signal?: AbortSignal,
): Promise<LiveSource> {
  const deadline = AbortSignal.any([AbortSignal.timeout(DEADLINE_MS), ...(signal ? [signal] : [])]);
  const open = await openConnection(scope, at.accountId, { signal: deadline });
  const sources = (await readSources(scope)).filter(({ account, region }) => account.id === at.accountId && region === at.region);
  if (sources.length === 0) throw new Refusal("not_found", "This account reads no such region.");
  if (at.project !== null && !open.cloud.hasProjects) throw new Refusal("unsupported_filter", "This cloud has no projects.", "project");
  const source = at.project === null ? await ownSource(open.connection, sources) : sources.find(({ project }) => project === at.project);
  if (!source) throw new Refusal("not_found", "This account reads no such project.", "project");
  return openLiveSource(source, open);
}

/** Of several projects of a region, the one that bears its name. */
async function ownSource(connection: Connection, sources: readonly StoredSource[]): Promise<StoredSource | undefined> {
  const [first] = sources;
  if (!first || !connection.projects || (sources.length === 1 && first.project !== null)) return first;
  const { value } = await inTime("projects", connection.projects(first.region));
  const own = value.find(({ name }) => name === first.region) ?? value[0];
  return sources.find(({ project }) => project === own?.id) ?? (first.project === null && own ? { ...first, project: own.id } : undefined);
}
