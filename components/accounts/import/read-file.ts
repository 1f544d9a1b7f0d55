import type { WordKey } from "#lib/words/en/index.ts";
import type { CloudOffer } from "../cloud-offer.ts";
import { type PublicFile, publicRows } from "./public-rows.ts";

/** A file that is about to be imported. `text` holds secrets: it lives in the page's memory until the accounts are connected, and nowhere else. */
export interface ImportFile extends PublicFile {
  /** Tells two readings of the same file apart. */
  id: number;
  name: string;
  kind: "csv" | "json";
  text: string;
  /** Worth saying before going on. */
  note: WordKey | null;
}

/** What is wrong with a file as a whole, as a word of the catalogue: nothing of the file is in it. */
export class FileFault extends Error {
  override name = "FileFault";
  readonly word: WordKey;
  constructor(word: WordKey) {
    super(word);
    this.word = word;
  }
}

let lastId = 0;

/** As the server takes it. */
const MOST_BYTES = 64 * 1024;

/** Throws FileFault. */
export async function readFile(file: Blob, name: string, offers: readonly CloudOffer[]): Promise<ImportFile> {
  if (file.size > MOST_BYTES) throw new FileFault("import.too-big");
  const { text, note } = decode(await file.arrayBuffer());
  if (text.trim() === "") throw new FileFault("import.empty");
  const kind = /^\s*[[{]/.test(text) ? "json" : "csv";
  if (kind === "json") checkJson(text);
  else checkSeparator(text);
  return { id: ++lastId, name, kind, text, note, ...publicRows(kind, text, offers) };
}

/** Spreadsheets in China save CSV as GB 18030. */
function decode(bytes: ArrayBuffer): { text: string; note: WordKey | null } {
  const read = (encoding: string) => {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new FileFault("import.not-text");
    return text;
  };
  try {
    return { text: read("utf-8"), note: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  try {
    return { text: read("gb18030"), note: "import.gb18030" };
  } catch {
    throw new FileFault("import.not-text");
  }
}

/** The parser's own words quote the text, and the text holds secrets: they go nowhere. */
function checkJson(text: string): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new FileFault("import.bad-json");
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as Record<string, unknown>).accounts;
  if (!Array.isArray(list)) throw new FileFault("import.bad-list");
}

function checkSeparator(text: string): void {
  const [header = ""] = text.split(/\r|\n/);
  if (!header.includes(",") && /[;\t]/.test(header)) throw new FileFault("import.separator");
}
