import { DEFAULT_QUERY } from "#lib/query/default-query.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import type { Filter } from "#lib/query/query.ts";

/** Gone keys too: whoever has an id wants to know what became of it. */
const ANY_PRESENCE: Filter = {
  field: "presence",
  negated: false,
  match: "equals",
  values: ["gone", "missing", "present"].map((text) => ({ kind: "text", text })),
};

/** The question for keys whose id, ARN or alias is one of these. */
export function namedQuery(field: "id" | "alias", names: readonly string[], size: 25 | 200 = 25): string {
  const filter: Filter = { field, negated: false, match: "equals", values: names.map((text) => ({ kind: "text", text })) };
  return formatKeyQuery({ ...DEFAULT_QUERY, filters: [ANY_PRESENCE, filter], size });
}
