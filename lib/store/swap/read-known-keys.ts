import { eq } from "drizzle-orm";
import type { Fact, FactField, KeyRow } from "../../model/key.ts";
import { database } from "../database.ts";
import { freshFacts } from "../keys/fresh-facts.ts";
import { keyChecks, keyDetails, keys } from "../schema.ts";
import type { Claim } from "../source-lease.ts";
import type { HeldKey } from "./plan-swap.ts";

/** A key as the last readings left it, with who said what when. */
export interface KnownKey {
  row: KeyRow;
  facts: Partial<Record<FactField, Fact>>;
  raw: Record<string, unknown>;
  /** null when it was never described, or not the last time that it was asked about. */
  describedAt: string | null;
  /** Operation → its last answer about this key alone. */
  calls: Record<string, { at: string; requestId: string | null }>;
}

/** What more than its row is known of every held key of the claimed source, for a reading that does not ask everything anew. By key id. */
export async function readKnownKeys(claim: Claim, held: ReadonlyMap<string, HeldKey>): Promise<Map<string, KnownKey>> {
  const records = await database()
    .select({ keyId: keys.keyId, facts: keyDetails.facts, raw: keyDetails.raw, describedAt: keyChecks.describedAt, calls: keyChecks.calls })
    .from(keys)
    .innerJoin(keyDetails, eq(keyDetails.ref, keys.ref))
    .innerJoin(keyChecks, eq(keyChecks.ref, keys.ref))
    .where(eq(keys.sourceId, claim.sourceId));
  return new Map(
    records.flatMap(({ keyId, facts, raw, describedAt, calls }) => {
      const row = held.get(keyId)?.row;
      if (!row) return [];
      const known: KnownKey = { row, facts: freshFacts(facts as KnownKey["facts"], calls), raw: raw as KnownKey["raw"], describedAt, calls };
      return [[keyId, known] as const];
    }),
  );
}
