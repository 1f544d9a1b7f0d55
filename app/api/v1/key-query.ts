import type { QueryReader } from "#lib/api/route-rule.ts";
import { QUERY_FIELDS, type RESERVED, ruleOf } from "#lib/query/fields.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import type { KeyQuery } from "#lib/query/query.ts";

const USED = ["judged", "live", "facets", "sort", "page", "size", "cursor", "key"] as const satisfies readonly (typeof RESERVED)[number][];

/** The grammar as the query of a route: strict, the first fault refused by name. */
export const KEY_QUERY: QueryReader<KeyQuery> = {
  read: parseStrict,
  parameters: [
    ...QUERY_FIELDS.map((name) => ({ name, description: describe(name) })),
    ...USED.map((name) => ({ name, description: "Not a filter: how the answer is made." })),
  ],
};

function describe(name: (typeof QUERY_FIELDS)[number]): string {
  const { kind, values } = ruleOf(name);
  if (kind === "closed") return `One or more of ${values?.join(", ")}; comma = or, a leading ! = not.`;
  if (kind === "time") return "A day, an instant or an offset such as -30d; a..b is a range, either side may be open; none, any.";
  if (kind === "tag") return "A tag key, or key:value.";
  if (kind === "search") return "Free text over aliases, id, ARN, description and tags.";
  return "One or more values; comma = or; a leading ! = not, ~ = contains, ^ = starts with; none, any.";
}
