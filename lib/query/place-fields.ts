/** The fields that say where keys are: known of a source before any of its keys. */
export const PLACE_FIELDS = ["cloud", "account", "region", "project"] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

export const isPlaceField = (name: string): name is PlaceField => (PLACE_FIELDS as readonly string[]).includes(name);
