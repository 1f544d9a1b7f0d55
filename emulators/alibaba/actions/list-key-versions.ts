import { VendorError } from "../../exchange.ts";
import type { KeyVersion } from "#lib/model/extras.ts";
import type { Action } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";
import { toSeconds } from "../key-words.ts";
import { paginate } from "../paging.ts";

/** Oldest first: the primary version, which only DescribeKey names, is on the last page. */
export const listKeyVersions: Action = (call) => {
  const key = findNamedKey(call);
  const { page, ...paging } = paginate(call, key.extras.versions);
  return { ...paging, KeyVersions: { KeyVersion: page.map((version) => toRow(key.keyId, version)) } };
};

export const describeKeyVersion: Action = (call) => {
  const key = findNamedKey(call);
  const id = call.params.get("KeyVersionId");
  if (!id) throw new VendorError(400, "MissingKeyVersionId", "KeyVersionId is mandatory for this action.");
  const version = key.extras.versions.find((each) => each.id === id);
  if (!version) throw new VendorError(404, "Forbidden.KeyVersionNotFound", "The specified KeyVersion is not found.");
  return { KeyVersion: toRow(key.keyId, version) };
};

function toRow(keyId: string, version: KeyVersion): Record<string, string> {
  return { KeyId: keyId, KeyVersionId: version.id, CreationDate: toSeconds(version.createdAt) };
}
