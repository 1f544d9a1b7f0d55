import { z } from "zod";
import { Refusal } from "../model/refusal.ts";
import { CLOUDS } from "../model/vocabulary.ts";

/** What people may type: no control characters, no half characters. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(most, `must not be longer than ${most} characters`)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "must not hold control characters");

const regions = z.union([z.literal("all"), z.array(z.string()).min(1, "must name a region").max(200)], 'must be a list of regions or "all"');

/** Unknown members are refused: a mistyped one would be lost without a word. */
export const NEW_ACCOUNT = z.strictObject({
  cloud: z.enum(CLOUDS, `must be one of ${CLOUDS.join(", ")}`),
  name: words(80),
  regions,
  groups: z.array(words(40)).max(50).optional(),
  credential: z.looseObject({ type: z.string() }),
  endpoints: z.record(z.string(), z.string().trim().max(500)).default({}),
  projects: z
    .record(
      z.string(),
      z
        .string()
        .trim()
        .regex(/^[0-9A-Za-z_-]{1,64}$/, "must be a project id"),
    )
    .default({}),
  /** Whole numbers: beyond the cloud's own budgets they change nothing. */
  limits: z
    .strictObject({ perSecond: z.int().min(1).max(50).nullable().default(null), inFlight: z.int().min(1).max(20).nullable().default(null) })
    .default({ perSecond: null, inFlight: null }),
});

export const ACCOUNT_EDIT = NEW_ACCOUNT.partial().extend({
  endpoints: z.record(z.string(), z.string().trim().max(500)).optional(),
  projects: z
    .record(
      z.string(),
      z
        .string()
        .trim()
        .regex(/^[0-9A-Za-z_-]{1,64}$/, "must be a project id"),
    )
    .optional(),
  limits: z.strictObject({ perSecond: z.int().min(1).max(50).nullable().default(null), inFlight: z.int().min(1).max(20).nullable().default(null) }).optional(),
});

export type NewAccount = z.infer<typeof NEW_ACCOUNT>;
export type AccountEdit = z.infer<typeof ACCOUNT_EDIT>;

export const parseNewAccount = (input: unknown): NewAccount => parse(NEW_ACCOUNT, input);
export const parseAccountEdit = (input: unknown): AccountEdit => parse(ACCOUNT_EDIT, input);

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].join(".");
  throw new Refusal(
    "invalid_body",
    unknown === undefined ? `${field || "The body"}: ${issue?.message ?? "cannot be read"}.` : `${field} is not a part of an account.`,
    field || null,
  );
}
