import { z } from "zod";
import { DENSITIES, TIME_STYLES } from "../model/preferences.ts";
import { PAGE_SIZES } from "../query/query.ts";
import { LANGUAGES } from "../words/languages.ts";
import { columnList } from "./view-input.ts";

/** Intl's list leaves out UTC. */
const TIME_ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** A newer or older name of a zone as Intl's list has it: browsers do not agree on which of the two they offer. */
function listedZone(name: string): string {
  if (TIME_ZONES.has(name) || !ZONE_SHAPE.test(name)) return name;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    // It knows no such zone: then the list does not hold it either.
    if (error instanceof RangeError) return name;
    throw error;
  }
}
const ZONE_SHAPE = /^[A-Z][\w+/-]{1,60}$/;

const pageSize = z.union(
  PAGE_SIZES.map((size) => z.literal(size)),
  `must be one of ${PAGE_SIZES.join(", ")}`,
);

/** What is left out is forgotten: a PUT says all of it. */
export const PREFERENCES = z.strictObject({
  columns: columnList.default(null),
  density: z.enum(DENSITIES).nullable().default(null),
  pageSize: pageSize.nullable().default(null),
  language: z.enum(LANGUAGES).nullable().default(null),
  timeZone: z
    .string()
    .overwrite(listedZone)
    .refine((name) => TIME_ZONES.has(name), "must be a time zone that Intl knows, or UTC")
    .nullable()
    .default(null),
  timeStyle: z.enum(TIME_STYLES).nullable().default(null),
});
