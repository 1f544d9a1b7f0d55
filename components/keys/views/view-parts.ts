import type { Translate } from "#lib/words/translate.ts";
import { keyView } from "../key-view.ts";
import { type Speech, tokenWords } from "../token-words.ts";
import { fieldWords, inSentence } from "../words.ts";

/** What a saved query says, token by token, and its order unless that is the default one. */
export function viewParts(written: string, speech: Speech): string[] {
  const { t } = speech;
  const { query } = keyView(written);
  const filters = query.filters.map((filter) => {
    const { field, operator, values } = tokenWords(filter, speech);
    return `${field} ${operator} ${values}`;
  });
  if (query.judged === "undecided") filters.push(`${t("token.shown")} ${t("token.shown.are")} ${t("token.shown.undecided")}`);
  return [...(filters.length ? filters : [t("views.no-filter")]), ...orderOf(query.sort, t)];
}

function orderOf({ field, descending }: ReturnType<typeof keyView>["query"]["sort"], t: Translate): string[] {
  if (field === "alias" && !descending) return [];
  return [t(descending ? "views.sorted.down" : "views.sorted", { field: inSentence(fieldWords(field, t)) })];
}
