import { eq } from "drizzle-orm";
import { newId } from "../model/new-id.ts";
import type { SourceAddress } from "../model/source.ts";
import type { CloudId } from "../model/vocabulary.ts";
import type { Handle } from "../store/database.ts";
import { sources } from "../store/schema.ts";
import { insertSources, placeOf, removeSources } from "../store/sources.ts";

interface Aligned {
  id: string;
  cloud: CloudId;
  cloudAccount: string | null;
  regions: string[] | null;
  projects: Record<string, string>;
}

/**
 * Brings an account's sources in line with what it wants to read: new ones are read at once, those of regions and projects that the account no longer
 * names leave with their keys. One that discovery merely stopped naming stays: its own reading will say why.
 */
export async function alignSources(handle: Handle, account: Aligned, wanted: SourceAddress[]): Promise<boolean> {
  const existing = await handle
    .select({ id: sources.id, region: sources.region, project: sources.project })
    .from(sources)
    .where(eq(sources.accountId, account.id));
  const leaving = existing.filter((source) => !isNamed(account, source, wanted));
  const staying = existing.filter((source) => !leaving.includes(source));
  // A region without known projects is asked for through a place holder, but not beside projects that are read already.
  const coming = wanted.filter(
    ({ region, project }) => !staying.some((source) => source.region === region && (project === null || source.project === project)),
  );
  await removeSources(
    handle,
    leaving.map(({ id }) => id),
  );
  await insertSources(
    handle,
    coming.map((at) => ({ id: newId(), accountId: account.id, ...at, place: placeOf({ ...account, ...at }) })),
  );
  return leaving.length + coming.length > 0;
}

function isNamed(account: Aligned, { region, project }: SourceAddress, wanted: SourceAddress[]): boolean {
  if (account.regions && !account.regions.includes(region)) return false;
  const given = account.projects[region];
  if (project !== null) return given === undefined || project === given;
  return !wanted.some((at) => at.region === region && at.project !== null);
}
