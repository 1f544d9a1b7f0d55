import { type Exported, sha256 } from "#lib/client/download-export.ts";
import { copyAs } from "./copy-as.ts";

/** What an auditor asks of a list: which query, of which moment, how complete, and proof that the file is the one that was written. */
export async function manifestOf({ file, name, query, at, total, coverage }: Exported, format: string): Promise<Blob> {
  const link = copyAs("link", query);
  const manifest = { file: name, format, rows: total, query, link, at, timeZone: "UTC", coverage, bytes: file.size, sha256: await sha256(file) };
  return new Blob([`${JSON.stringify(manifest, null, 2)}\n`], { type: "application/json" });
}
