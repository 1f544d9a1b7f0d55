import type { Cloud } from "../../clouds/cloud.ts";
import type { Scope } from "../../model/scope.ts";
import type { KeyQuery } from "../../query/query.ts";
import { readMissing } from "../../store/keys/read-missing.ts";
import { readUndecided } from "../../store/keys/read-undecided.ts";
import { undecidedFacts } from "../../store/keys/undecided-facts.ts";
import type { KnownSource } from "./ask-source.ts";
import type { LiveSource } from "./live-source.ts";
import { missable } from "./missable.ts";
import { pushableFacts } from "./native-filter.ts";

/** The one field that a census tells, so far. */
const CENSUS_FIELD = "state" as const satisfies NonNullable<Cloud["census"]>["field"];

/** What the inventory knows of sources that are about to be asked: it decides what may be left to the clouds, and never what a row holds. */
export async function knowSources(scope: Scope, query: KeyQuery, lives: readonly LiveSource[]): Promise<(live: LiveSource) => KnownSource> {
  const clouds = [...new Set(lives.map(({ reading }) => reading.cloud))];
  const facts = pushableFacts(clouds, query);
  const [undecided, missing, uncounted] = await Promise.all([undecidedFacts(scope, facts), readMissing(scope), readUndecided(scope, CENSUS_FIELD)]);
  return ({ source, reading }) => ({
    unsure: source.lastReadAt === null ? null : new Set([...(undecided.get(source.id) ?? []), ...missable(reading.cloud, source)]),
    missing: missing.get(source.id) ?? [],
    uncounted: source.lastReadAt === null ? null : (uncounted.get(source.id) ?? new Set()),
  });
}
