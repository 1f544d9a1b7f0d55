import type { Account } from "./account.ts";
import type { RefusalCode } from "./refusal.ts";

/** What became of one row of an import. */
export interface ImportedRow {
  /** JSON: the place in the list, from 1. CSV: the line on which the row begins; the header is on line 1. */
  line: number;
  /** null when the row has none that can be shown. */
  name: string | null;
  /** `ready`: a dry run found nothing to refuse without asking the cloud. */
  result: "connected" | "ready" | "refused";
  account?: { id: string; name: string };
  /** The account is connected and kept, but its cloud refused or failed to say who it is. */
  problem?: NonNullable<Account["problem"]>;
  error?: { code: RefusalCode; message: string; field: string | null };
}

/** The answer of `POST /accounts/import`: rows in the order of the file. */
export interface ImportReport {
  rows: ImportedRow[];
  connected: number;
  refused: number;
}
