import { isJsonObject } from "../../json-object.ts";

/** Stands for a row that is there and names no key that anybody can read: an answer with it must not be taken. */
const UNREADABLE = "a row without an id";

/** The key ids that an answer of a listing or a sweep names, whichever cloud it is of; none for what is no JSON. */
export function listedIds(operation: string, text: string): string[] {
  const body = parsed(text);
  if (!isJsonObject(body)) return [];
  if (operation === "ListKeys") return idsOf(rowsIn(body.Keys, "Key"), "KeyId");
  if (operation === "ListAliases") return idsOf(rowsIn(body.Aliases, "Alias"), "KeyId");
  if (operation === "ListTagResources") return idsOf(rowsIn(body.TagResources, "TagResource"), "ResourceId");
  if (operation === "list-keys") return [...asList(body.keys).map(idOf), ...idsOf(asList(body.key_details), "key_id")];
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Nested, flat, or a single row. */
function rowsIn(list: unknown, inner: string): unknown[] {
  const rows = isJsonObject(list) ? list[inner] : list;
  return isJsonObject(rows) ? [rows] : asList(rows);
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Stray spaces in member names are a known slip of one cloud. */
const idsOf = (rows: unknown[], name: string) =>
  rows.map((row) =>
    idOf(isJsonObject(row) ? Object.entries(row).findLast(([member]) => member === name || (name === "key_id" && member.trim() === name))?.[1] : null),
  );

const idOf = (id: unknown): string => (["string", "number", "boolean"].includes(typeof id) && id !== "" ? String(id) : UNREADABLE);
