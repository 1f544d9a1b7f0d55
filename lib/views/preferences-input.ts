import { z } from "zod";
import { COLUMN_PX, DENSITIES, PANEL_PLACES, PANEL_PX, TIME_STYLES } from "../model/preferences.ts";
import { ROW_MEMBERS } from "../model/row-members.ts";
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

const pixels = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);

/** What is left out is forgotten: a PUT says all of it. */
export const PREFERENCES = z.strictObject({
  columns: columnList.default(null),
  density: z.enum(DENSITIES).nullable().default(null),
  pageSize: pageSize.nullable().default(null),
  wrap: z.boolean().nullable().default(null),
  stripes: z.boolean().nullable().default(null),
  stickyFirst: z.boolean().nullable().default(null),
  widths: z
    .partialRecord(z.enum(["key", ...ROW_MEMBERS]), pixels(COLUMN_PX))
    .nullable()
    .default(null),
  panelPlace: z.enum(PANEL_PLACES).nullable().default(null),
  panelSize: pixels(PANEL_PX).nullable().default(null),
  language: z.enum(LANGUAGES).nullable().default(null),
  timeZone: z
    .string()
    .overwrite(listedZone)
    .refine((name) => TIME_ZONES.has(name), "must be a time zone that Intl knows, or UTC")
    .nullable()
    .default(null),
  timeStyle: z.enum(TIME_STYLES).nullable().default(null),
});
