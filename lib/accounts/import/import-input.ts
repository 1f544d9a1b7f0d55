import { z } from "zod";
import { type ImportRow, MOST_ROWS } from "./import-row.ts";

export interface ImportInput {
  dryRun: boolean;
  rows: ImportRow[];
}

/** The JSON body. What stands in `accounts` is checked row by row: one bad row must not stop the others. */
export const IMPORT = z
  .strictObject({
    dryRun: z.boolean().default(false),
    accounts: z
      .array(z.unknown().meta({ description: "An account as in POST /accounts" }), "must be a list of accounts")
      .min(1, "must hold an account")
      .max(MOST_ROWS, `must not hold more than ${MOST_ROWS} accounts`),
  })
  .transform(({ dryRun, accounts }): ImportInput => ({ dryRun, rows: accounts.map((input, i) => ({ line: i + 1, input, fault: null })) }));
