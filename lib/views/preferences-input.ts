import { z } from "zod";
import { COLUMN_PX, DENSITIES, PANEL_PLACES, PANEL_PX, TIME_STYLES } from "../model/preferences.ts";
import { LOCAL_ZONE } from "../model/times.ts";
import { ROW_MEMBERS } from "../model/row-members.ts";
import { PAGE_SIZES } from "../query/query.ts";
import { LANGUAGES } from "../words/languages.ts";
import { knownZone } from "./known-zone.ts";
import { columnList } from "./view-input.ts";

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
    .overwrite((name) => knownZone(name) ?? name)
    .refine((name) => name === LOCAL_ZONE || knownZone(name) !== null, "must be a time zone that Intl knows, UTC, or local")
    .nullable()
    .default(null),
  timeStyle: z.enum(TIME_STYLES).nullable().default(null),
});
