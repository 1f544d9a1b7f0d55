import type { QueryReader } from "#lib/api/route-rule.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { isPlaceField } from "#lib/query/place-fields.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import { KEY_QUERY } from "./key-query.ts";

/** The part of the grammar that says where keys are: strict, and anything else refused by name. */
export const OVERVIEW_QUERY: QueryReader<KeyQuery> = {
  read(params) {
    for (const name of params.keys())
      if (!isPlaceField(name)) throw new Refusal("invalid_query", `${name} is no filter of the overview; it takes cloud, account, region and project.`, name);
    return parseStrict(params);
  },
  parameters: KEY_QUERY.parameters.filter(({ name }) => isPlaceField(name)),
};
