import type { Quota } from "../../model/about-source.ts";
import type { About } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import type { ProjectSource } from "./project-source.ts";
import { textOf } from "./text-of.ts";

/** user-quotas: keys and grants, used and allowed. Keys of the cloud's services are not counted in it. Source: "Querying Quotas". */
export function aboutQuotas(client: Client, at: ProjectSource): About {
  return {
    name: "quotas",
    operation: "user-quotas",
    async read(source) {
      const answer = await client.kms(at(source), { operation: "user-quotas", method: "GET", path: "kms/user-quotas" });
      const { quotas } = answer.object();
      const rows = isJsonObject(quotas) ? quotas.resources : undefined;
      if (!Array.isArray(rows) || !rows.every(isJsonObject)) throw answer.unreadable("list_missing", "The cloud's answer holds no quotas.");
      const value = rows.map(toQuota);
      if (value.some(({ name }) => name === "")) throw answer.unreadable("row_unreadable", "The cloud listed a quota of nothing.");
      return { value, call: answer.call };
    },
  };
}

function toQuota(row: JsonObject): Quota {
  return { name: textOf(row.type) ?? "", used: countOf(row.used), most: countOf(row.quota) };
}

/** A count in number or text; null for everything else. */
function countOf(said: unknown): number | null {
  const text = textOf(said) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
