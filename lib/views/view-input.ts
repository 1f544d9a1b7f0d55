import { z } from "zod";
import { ROW_MEMBERS } from "../model/row-members.ts";

export const columnList = z
  .array(z.enum(ROW_MEMBERS))
  .min(1, "must name a column")
  .refine((names) => new Set(names).size === names.length, "must name each column once")
  .nullable();

const name = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, "must not be empty")
  .max(80, "must not be longer than 80 characters")
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "must not hold control characters");

const members = {
  name,
  /** The grammar of `GET /keys`. */
  query: z.string().max(8192),
  columns: columnList,
  isShared: z.boolean(),
  isDefault: z.boolean(),
};

export const NEW_VIEW = z.strictObject({
  ...members,
  columns: columnList.default(null),
  isShared: z.boolean().default(false),
  isDefault: z.boolean().default(false),
});
export const VIEW_EDIT = z.strictObject(members).partial();

export type NewView = z.infer<typeof NEW_VIEW>;
export type ViewEdit = z.infer<typeof VIEW_EDIT>;
