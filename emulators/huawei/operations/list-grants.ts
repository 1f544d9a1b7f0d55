import type { KeyGrant } from "#lib/model/extras.ts";
import type { Operation } from "../call.ts";
import { kmsError } from "../errors.ts";
import { findKey } from "../find-key.ts";
import { toMillis } from "../key-details.ts";
import { numberOf } from "../number-of.ts";

/** Who else may use a key, in pages: the marker is an offset, `truncated` is text. Default keys cannot have grants. */
export const listGrants: Operation = (call) => {
  const key = findKey(call);
  if (key.facts.manager === "service") throw kmsError(400, "KMS.0211", "The default key does not support this operation.");
  const asked = numberOf(call.body.limit) ?? 100;
  const offset = numberOf(call.body.marker) ?? 0;
  if (!(asked >= 1 && asked <= 1000)) throw kmsError(400, "KMS.1601", "limit must be between 1 and 1000.");
  if (!(offset >= 0)) throw kmsError(400, "KMS.1602", "marker must be greater than or equals 0.");
  const limit = Math.min(asked, call.house.pageSize);
  const { grants } = key.extras;
  const isMore = offset + limit < grants.length;
  return {
    grants: grants.slice(offset, offset + limit).map((grant) => toRow(key.keyId, grant)),
    next_marker: isMore ? String(offset + limit) : "",
    truncated: String(isMore),
    total: grants.length,
  };
};

function toRow(keyId: string, grant: KeyGrant): Record<string, unknown> {
  return {
    key_id: keyId,
    grant_id: grant.id,
    grantee_principal: grant.grantee,
    grantee_principal_type: grant.granteeKind,
    operations: grant.operations,
    issuing_principal: grant.issuer,
    creation_date: toMillis(grant.createdAt),
    ...(grant.name === null ? {} : { name: grant.name }),
  };
}
