import { ApiError } from "./api-error.ts";
import { fetchAnswer } from "./fetch-json.ts";

export interface Exported {
  file: Blob;
  name: string;
  /** What the file cannot say of itself. */
  query: string;
  at: string;
  total: number;
  coverage: Record<string, unknown>;
}

/** Rows that came so far, of all. */
export type ExportProgress = (rows: number, total: number) => void;

/**
 * Fetches an export as it is written and counts its rows on the way. Throws ApiError for a refusal, and for an answer that broke off: half a file is
 * no file. `signal` ends it.
 */
export async function downloadExport(search: string, signal: AbortSignal, onProgress: ExportProgress): Promise<Exported> {
  const response = await fetchAnswer(`/api/v1/keys/export?${search}`, { signal });
  const head = (name: string) => {
    const value = response.headers.get(`x-keyatlas-${name}`);
    // Without them the file would not say what it is of, nor how complete.
    if (value === null)
      throw new ApiError({ status: response.status, code: "unreadable_answer", message: `The answer came without its header x-keyatlas-${name}.` });
    return value;
  };
  const total = Number(head("total"));
  const [blobs, parts]: [Blob[], Uint8Array<ArrayBuffer>[]] = [[], []];
  let [lines, bytes] = [0, 0];
  try {
    if (!response.body) throw new Error("the answer has no body");
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      bytes += part.value.byteLength;
      // A browser keeps large blobs on disk; what is not yet one stays in the page's memory.
      if (bytes > SPILL_BYTES) {
        blobs.push(new Blob(parts.splice(0)));
        bytes = 0;
      }
      for (const byte of part.value) if (byte === NEWLINE) lines++;
      onProgress(Math.min(lines, total), total);
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError({ status: 0, code: "broken_off", message: "The file broke off before its end.", cause });
  }
  return {
    file: new Blob([...blobs, ...parts], { type: response.headers.get("content-type") ?? "" }),
    name: /filename="([\w.-]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "keys",
    query: decodeURIComponent(head("query")),
    at: head("at"),
    total,
    coverage: JSON.parse(head("coverage")) as Record<string, unknown>,
  };
}

const NEWLINE = 10;
const SPILL_BYTES = 8 * 1024 * 1024;

/** Hands a file to the browser, as a click on a link to it would. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** SHA-256 in hex; null where the page is not in a secure context and the browser computes none. */
export async function sha256(file: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
