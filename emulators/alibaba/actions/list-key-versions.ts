import { uuidOf } from "../../world/random.ts";
import type { Action } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";
import { toSeconds } from "../key-words.ts";
import { paginate } from "../paging.ts";

/** A key that was rotated has two versions, any other one; material that was never imported has none. */
export const listKeyVersions: Action = (call) => {
  const { keyId, facts } = findNamedKey(call);
  const dates = facts.state === "pending-import" ? [] : [facts.lastRotatedAt, facts.createdAt].filter((date) => date !== null);
  const versions = dates.map((date, n) => ({
    KeyId: keyId,
    KeyVersionId: uuidOf(n === 0 ? `version|${keyId}` : `version-${n}|${keyId}`),
    CreationDate: toSeconds(date),
  }));
  const { page, ...paging } = paginate(call, versions);
  return { ...paging, KeyVersions: { KeyVersion: page } };
};
