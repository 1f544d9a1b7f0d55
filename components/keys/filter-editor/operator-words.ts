import { ruleOf, type QueryField } from "#lib/query/fields.ts";
import type { Translate } from "#lib/words/translate.ts";
import { liesAhead } from "../lies-ahead.ts";
import type { Operator } from "./operators.ts";

/** An operator as it is chosen. Lists are "any of", tags are there or lacking. */
export function operatorWords(field: QueryField, operator: Operator, t: Translate): string {
  const { kind } = ruleOf(field);
  if (operator === "within") return t(`operator.within.${liesAhead(field) ? field : "deletes"}`);
  if (operator !== "is" && operator !== "not-is") return t(`operator.${operator}`);
  // A moment equals nothing that a person would write: the list holds the reasons why there is none.
  if (kind === "time") return t(operator === "is" ? "operator.absent" : "operator.not-absent");
  const word = kind === "tag" ? "include" : "any-of";
  return t(operator === "is" ? `token.${word}` : `token.${word}.not`);
}
