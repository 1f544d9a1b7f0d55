import type { HuaweiAnswer } from "./read-answer.ts";
import { rowsOf } from "./rows-of.ts";
import { textOf } from "./text-of.ts";

/** `[{key, value}]` as one object. A value may be "", and a key anything. @throws CloudError `protocol` */
export function tagsOf(answer: HuaweiAnswer, list: unknown): Record<string, string> {
  return Object.fromEntries(rowsOf(answer, list, "tags").map((tag) => [textOf(tag.key) ?? "", textOf(tag.value) ?? ""] as const));
}
