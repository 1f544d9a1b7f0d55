import type { KeyVersion } from "../../model/extras.ts";
import type { Extra, OpenedKey } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { allPages } from "./all-pages.ts";
import type { Sender } from "./signing-keys.ts";
import { timeOf } from "./time-of.ts";

/** 10,000 versions: the quota of a whole region (help centre, "Limits"). */
const MOST_PAGES = 100;

/** ListKeyVersions names no primary version: DescribeKey does, for symmetric keys. */
export function keyVersions(send: Sender): Extra {
  return {
    name: "versions",
    operation: "ListKeyVersions",
    excuse: () => null,
    async read(source, key) {
      const listing = { action: "ListKeyVersions", params: { KeyId: key.keyId }, outer: "KeyVersions", inner: "KeyVersion", id: "KeyVersionId" };
      const { rows, answer } = await allPages(send, source, { ...listing, mostPages: MOST_PAGES });
      const primary = primaryOf(key);
      const value = [...rows].map(
        ([id, row]): KeyVersion => ({
          id,
          createdAt: timeOf(row.CreationDate),
          isPrimary: primary === null ? null : id === primary,
          state: null,
          expiresAt: null,
        }),
      );
      return { value, call: answer.call, raw: [...rows.values()] };
    },
  };
}

/** Empty for asymmetric and imported keys, whose versions are named in each call. */
function primaryOf(key: OpenedKey): string | null {
  const described = key.raw?.DescribeKey;
  const primary = isJsonObject(described) ? described.PrimaryKeyVersion : null;
  return typeof primary === "string" && primary ? primary : null;
}
