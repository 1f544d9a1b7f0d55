import type { QueryReader } from "#lib/api/route-rule.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { isPlaceField } from "#lib/query/place-fields.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import { knownZone } from "#lib/views/known-zone.ts";
import { KEY_QUERY } from "./key-query.ts";

export interface OverviewQuery {
  places: KeyQuery;
  /** Whose days are counted. */
  zone: string;
}

/** The part of the grammar that says where keys are, and the zone: strict, and anything else refused by name. */
export const OVERVIEW_QUERY: QueryReader<OverviewQuery> = {
  read(params) {
    const places = new URLSearchParams(params);
    const zones = places.getAll("zone");
    places.delete("zone");
    for (const name of places.keys()) {
      if (!isPlaceField(name))
        throw new Refusal("invalid_query", `${name} is no filter of the overview; it takes cloud, account, region, project and zone.`, name);
    }
    const zone = zones.length > 1 ? null : knownZone(zones[0] ?? "UTC");
    if (!zone) throw new Refusal("invalid_query", "zone is one time zone that Intl knows, or UTC.", "zone");
    return { places: parseStrict(places), zone };
  },
  parameters: [
    ...KEY_QUERY.parameters.filter(({ name }) => isPlaceField(name)),
    { name: "zone", description: "Time zone of the days, such as Asia/Shanghai; default UTC" },
  ],
};
