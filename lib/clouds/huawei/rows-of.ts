import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

/** A list of records, and never nothing for something else. @throws CloudError `protocol` */
export function rowsOf(answer: HuaweiAnswer, list: unknown, name: string): JsonObject[] {
  if (!Array.isArray(list) || !list.every(isJsonObject)) throw answer.unreadable("list_missing", `The cloud's answer holds no ${name}.`);
  return list;
}
