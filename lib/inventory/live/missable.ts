import type { Cloud } from "../../clouds/cloud.ts";
import type { FactField } from "../../model/key.ts";
import type { StoredSource } from "../../store/sources.ts";

/** The fields by which this cloud's filter may miss keys of a source, as its last whole reading saw them; all that the cloud names where none has. */
export function missable({ mayMiss }: Pick<Cloud, "mayMiss">, source: Pick<StoredSource, "lastReadAt" | "mayMiss">): FactField[] {
  if (!mayMiss) return [];
  const known = source.lastReadAt === null ? null : source.mayMiss;
  return known === null || known.includes(mayMiss.field) ? [mayMiss.field] : [];
}
