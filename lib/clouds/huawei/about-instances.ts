import type { KeyInstance } from "../../model/about-source.ts";
import type { About } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorWord } from "../vendor-word.ts";
import type { Client } from "./client.ts";
import { countOf } from "./count-of.ts";
import type { ProjectSource } from "./project-source.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { textOf } from "./text-of.ts";

/** 10 come where nobody says how many. */
const PER_PAGE = 100;
const MOST_PAGES = 10;

/** keystores: the dedicated ones of a project, by offset. They stand beside `/kms/` and not under it. Source: "Querying the Dedicated Keystore List". */
export function aboutInstances(client: Client, at: ProjectSource): About {
  return {
    name: "instances",
    operation: "keystores",
    async read(source) {
      const found = new Map<string, KeyInstance>();
      for (let pages = 1; ; pages++) {
        const query = { limit: String(PER_PAGE), offset: String(found.size) };
        const answer = await client.kms(at(source), { operation: "keystores", method: "GET", path: "keystores", query });
        const rows = rowsOf(answer);
        const before = found.size;
        for (const row of rows) found.set(...toInstance(row, answer));
        const total = countOf(answer, "total") ?? (rows.length < PER_PAGE ? found.size : Number.POSITIVE_INFINITY);
        if (rows.length === 0 || found.size >= total) return { value: [...found.values()], call: answer.call };
        if (found.size === before || pages >= MOST_PAGES) throw answer.unreadable("listing_endless", "The list of keystores did not end.");
      }
    },
  };
}

/** A project without keystores may come with null in place of a list. */
function rowsOf(answer: HuaweiAnswer): JsonObject[] {
  const { keystores } = answer.object();
  if (keystores === null) return [];
  if (!Array.isArray(keystores) || !keystores.every(isJsonObject)) throw answer.unreadable("list_missing", "The cloud's answer holds no keystores.");
  return keystores;
}

function toInstance(row: JsonObject, answer: HuaweiAnswer): [string, KeyInstance] {
  const id = textOf(row.keystore_id);
  if (!id) throw answer.unreadable("row_unreadable", "The cloud listed a keystore without an id.");
  const kind = textOf(row.keystore_type);
  return [id, { id, name: textOf(row.keystore_alias) || null, status: null, kind: kind ? vendorWord(kind) : null, endsAt: null }];
}
