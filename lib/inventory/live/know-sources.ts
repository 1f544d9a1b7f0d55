import type { Scope } from "../../model/scope.ts";
import type { KeyQuery } from "../../query/query.ts";
import { readMissing } from "../../store/keys/read-missing.ts";
import { undecidedFacts } from "../../store/keys/undecided-facts.ts";
import type { KnownSource } from "./ask-source.ts";
import type { LiveSource } from "./live-source.ts";
import { pushableFacts } from "./native-filter.ts";

/** What the inventory knows of sources that are about to be asked: it decides what may be left to the clouds, and never what a row holds. */
export async function knowSources(scope: Scope, query: KeyQuery, lives: readonly LiveSource[]): Promise<(live: LiveSource) => KnownSource> {
  const clouds = [...new Set(lives.map(({ reading }) => reading.cloud))];
  const facts = [...new Set([...pushableFacts(clouds, query), ...clouds.flatMap(({ census }) => census?.field ?? [])])];
  const [undecided, missing] = await Promise.all([undecidedFacts(scope, facts), readMissing(scope)]);
  return ({ source }) => ({
    undecided: source.lastReadAt === null ? null : (undecided.get(source.id) ?? new Set()),
    missing: missing.get(source.id) ?? [],
  });
}
