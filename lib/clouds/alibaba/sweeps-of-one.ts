import { primaryAlias } from "../../model/primary-alias.ts";
import type { Detail } from "../cloud.ts";
import { allPages } from "./all-pages.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";
import { tagsOf } from "./sweeps.ts";

/** Far more aliases than a region may hold. */
const MOST_PAGES = 20;

/** ListAliasesByKeyId: the aliases of one key. */
export function aliasesOfOne(send: Sender): Detail {
  return {
    name: "aliases",
    operation: "ListAliasesByKeyId",
    fields: ["alias", "aliases"],
    applies: () => true,
    async read(source, keyId) {
      const listing = { action: "ListAliasesByKeyId", params: { KeyId: keyId }, outer: "Aliases", inner: "Alias", id: "AliasName" };
      const { rows, answer } = await allPages(send, source, { ...listing, mostPages: MOST_PAGES });
      const other = [...rows.values()].find((row) => row.KeyId !== undefined && row.KeyId !== keyId);
      if (other) throw answer.unreadable("row_of_other_key", "The cloud listed another key's alias.");
      const aliases = [...rows.keys()];
      const values = { alias: primaryAlias(aliases), aliases };
      return { value: { keyId, arn: null, values, absent: {}, raw: [...rows.values()], described: false }, call: answer.call };
    },
  };
}

/** ListResourceTags: the tags of one key in one answer, on a budget of its own of 300 calls a second (help centre, "QPS quotas of KMS instances"). */
export function tagsOfOne(send: Sender): Detail {
  return {
    name: "tags",
    operation: "ListResourceTags",
    fields: ["tags"],
    applies: () => true,
    async read(source, keyId) {
      const answer = await send({ service: "kms", action: "ListResourceTags", params: { KeyId: keyId }, region: source.region });
      if (answer.body.Tags === undefined) throw answer.unreadable("list_missing", "The cloud's answer holds no Tags.");
      const rows = rowsOf(answer, "Tags", "Tag", { counted: false });
      const other = rows.find((row) => row.KeyId !== undefined && row.KeyId !== keyId);
      if (other) throw answer.unreadable("row_of_other_key", "The cloud listed another key's tag.");
      return { value: { keyId, arn: null, values: { tags: tagsOf(rows, answer) }, absent: {}, raw: rows, described: false }, call: answer.call };
    },
  };
}
