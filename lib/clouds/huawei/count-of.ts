import type { HuaweiAnswer } from "./read-answer.ts";
import { textOf } from "./text-of.ts";

/** A count in text or number; null where the cloud printed none. @throws CloudError `protocol` for what counts nothing */
export function countOf(answer: HuaweiAnswer, name: string): number | null {
  const value = answer.object()[name];
  if (value === undefined || value === null || value === "") return null;
  const text = textOf(value) ?? "";
  if (!/^\d{1,9}$/.test(text)) throw answer.unreadable("count_unreadable", `The cloud's ${name} is not a count.`);
  return Number(text);
}
