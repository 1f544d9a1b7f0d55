import type { Problem } from "#lib/model/problem.ts";
import type { SourceRow } from "#lib/model/source.ts";
import type { Filter } from "#lib/query/query.ts";

/** A filter that leaves out every source that has a whole problem, and how many keys of healthy sources it takes along. */
export interface LeaveOut {
  field: "account" | "region";
  values: string[];
  /** Keys of sources that were read well, and go too. */
  alsoHides: number;
}

/** By region or by account, whichever takes fewer healthy keys along. null: no source of this list is affected. */
export function leaveOut(problems: readonly Problem[], sources: readonly SourceRow[]): LeaveOut | null {
  const isAffected = (source: SourceRow) =>
    source.outcome !== "read" &&
    source.outcome !== "not-enabled" &&
    problems.some(({ account, region }) => account === source.account.id && region === source.region);
  const affected = sources.filter(isAffected);
  if (affected.length === 0) return null;
  const ways = (["region", "account"] as const).map((field): LeaveOut => {
    const placeOf = (source: SourceRow) => (field === "region" ? source.region : source.account.id);
    const values = [...new Set(affected.map(placeOf))];
    const taken = sources.filter((source) => values.includes(placeOf(source)) && !isAffected(source));
    return { field, values, alsoHides: taken.reduce((sum, { held }) => sum + held, 0) };
  });
  return ways.reduce((best, way) => (way.alsoHides < best.alsoHides ? way : best));
}

/** The filter that says so, beside what the field's own leaves out already. null: that one picks places, or compares otherwise, and one field has one comparison. */
export function withLeftOut({ field, values }: LeaveOut, known: Filter | null): Filter | null {
  if (known && !(known.negated && known.match === "equals")) return null;
  const added = values.map((text) => ({ kind: "text" as const, text }));
  return { field, negated: true, match: "equals", values: [...(known?.values ?? []), ...added] };
}
