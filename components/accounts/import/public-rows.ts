import type { CloudOffer } from "../cloud-offer.ts";
import { isPublicColumn } from "./import-columns.ts";
import { readCsv } from "./read-csv.ts";

/** What may be shown and saved of a file that holds secrets. */
export interface PublicFile {
  /** As in the header row; a secret's column stays, so that it can be filled in again. */
  columns: string[];
  rows: PublicRow[];
}

export interface PublicRow {
  line: number;
  /** By column, without secrets. */
  cells: Record<string, string>;
  /** The row does not fit the header row: a secret may stand in any cell, so only what cannot be one is kept. */
  isSlipped: boolean;
}

/** Shorter ones would be found in any word. */
const LEAST_SECRET = 4;

export function publicRows(kind: "csv" | "json", text: string, offers: readonly CloudOffer[]): PublicFile {
  return kind === "csv" ? ofCsv(text, offers) : ofJson(JSON.parse(text), offers);
}

function ofCsv(text: string, offers: readonly CloudOffer[]): PublicFile {
  const [header, ...rest] = readCsv(text);
  const named = header?.cells.map((cell) => cell.trim()) ?? [];
  const columns = named.filter((column) => isPublicColumn(column, offers) || isSecretColumn(column, offers));
  const rows = rest.map(({ line, cells }) => {
    const given = Object.fromEntries(named.map((column, i) => [column, cells[i]?.trim() ?? ""]));
    return rowOf(line, given, cells.length !== named.length, offers);
  });
  return { columns, rows };
}

/** `accounts` as in the API: lists are joined and parts get their path, as a file's columns have them. */
function ofJson(parsed: unknown, offers: readonly CloudOffer[]): PublicFile {
  const list = Array.isArray(parsed) ? parsed : (parsed as { accounts: unknown[] }).accounts;
  const flat = list.map((account) => flatten(account));
  const known = flat.flatMap((cells) => Object.keys(cells)).filter((column) => isPublicColumn(column, offers) || isSecretColumn(column, offers));
  const columns = [...new Set(["cloud", "name", "regions", "credential.type", ...known])];
  return { columns, rows: flat.map((cells, i) => rowOf(i + 1, cells, false, offers)) };
}

function flatten(account: unknown): Record<string, string> {
  const entries = typeof account === "object" && account !== null ? Object.entries(account) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.join(";")]];
      if (typeof value === "object" && value !== null) return Object.entries(value).map(([part, inner]) => [`${name}.${part}`, textOf(inner)]);
      return [[name, textOf(value)]];
    }),
  );
}

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "");

function isSecretColumn(column: string, offers: readonly CloudOffer[]): boolean {
  return offers.some(({ credentials }) => credentials.some(({ fields }) => fields.some(({ name, secret }) => secret && column === `credential.${name}`)));
}

function rowOf(line: number, given: Record<string, string>, isSlipped: boolean, offers: readonly CloudOffer[]): PublicRow {
  const secrets = Object.entries(given).flatMap(([column, cell]) => (!isPublicColumn(column, offers) && cell.length >= LEAST_SECRET ? [cell] : []));
  const isShown = ([column, cell]: [string, string]) =>
    isPublicColumn(column, offers) &&
    !secrets.some((secret) => cell.includes(secret)) &&
    (!isSlipped || (column === "cloud" && offers.some(({ id }) => id === cell)));
  return { line, cells: Object.fromEntries(Object.entries(given).filter(isShown)), isSlipped };
}
