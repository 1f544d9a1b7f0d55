import { z } from "zod";
import { FACT_FIELDS } from "../model/key.ts";
import { parseBound } from "../query/bound.ts";

const FIELDS: ReadonlySet<string> = new Set([...FACT_FIELDS, "presence"]);
const DEFAULT_ROWS = 50;
const MOST_ROWS = 500;

/** `2026-11-22T06:00:00.000Z,rotation`: the moment and the field of the last row of the page before, as its `next` has them. */
const place = z
  .string()
  .regex(/^[^,]{1,40},\w{1,40}$/, "must be the `next` of the page before")
  .transform((text) => {
    const [at = "", field = ""] = text.split(",");
    return { at, field };
  })
  .refine(({ at, field }) => parseBound(at)?.kind === "instant" && FIELDS.has(field), "must be the `next` of the page before");

/** The query of `GET /keys/{ref}/history`. */
export const HISTORY_PAGE = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, `must be a number from 1 to ${MOST_ROWS}`)
    .transform(Number)
    .refine((rows) => rows >= 1 && rows <= MOST_ROWS, `must be a number from 1 to ${MOST_ROWS}`)
    .default(DEFAULT_ROWS),
  before: place.optional(),
});
