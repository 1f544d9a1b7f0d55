import type { WorldKey } from "../../world.ts";
import { keysAt } from "../../world/change-keys.ts";
import type { HuaweiCall, Operation } from "../call.ts";
import { kmsError } from "../errors.ts";
import { mostRows } from "../../exchange.ts";
import { toKeyDetails, without } from "../key-details.ts";
import { numberOf } from "../number-of.ts";

const SPECS = /^(AES_256|SM4|RSA_2048|RSA_3072|RSA_4096|EC_P256|EC_P384|SECP256K1|ED25519|SM2|HMAC_256|HMAC_384|HMAC_512|HMAC_SM3|ALL)$/;
const ENTERPRISE = /^(all|0|[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12})$/;

/** Newest first; the marker is a numeric offset; without `key_spec` only AES_256 keys. */
export const listKeys: Operation = (call) => {
  const { limit, offset } = paging(call);
  const site = call.account.dialect;
  refuseMembers(call);
  const wanted = filterOf(site ? { ...call, body: { key_state: call.body.key_state, key_spec: site.listsAllSpecs ? "ALL" : "AES_256" } } : call);
  const keys = keysAt(call.account, { region: call.project.region, project: call.project.id })
    .filter((key) => wanted(toKeyDetails(call.account, key)))
    .sort((a, b) => newestFirst(a, b));
  const page = call.twist === "drop-page" ? [] : keys.slice(offset, offset + limit);
  const isMore = offset + limit < keys.length;
  return {
    keys: page.map((key) => key.keyId),
    key_details: page.map((key) => without(toKeyDetails(call.account, key), [...(site?.listLacks ?? []), ...(site?.listLacksIn[key.region] ?? [])])),
    next_marker: isMore ? String(offset + limit) : "",
    truncated: String(isMore),
    total: keys.length,
  };
};

/** A site that does not know a member says so; which of the two codes is not documented. */
function refuseMembers({ account, body }: HuaweiCall): void {
  const unknown = account.dialect?.refuses.find((member) => body[member] !== undefined);
  if (account.dialect && unknown) throw kmsError(400, account.dialect.refusal, `Invalid parameter: ${unknown}.`);
}

function paging(call: HuaweiCall): { limit: number; offset: number } {
  const asked = numberOf(call.body.limit) ?? 2000;
  const offset = numberOf(call.body.marker) ?? 0;
  if (!(asked >= 1 && asked <= 2000)) throw kmsError(400, "KMS.1601", "limit must be between 1 and 2000.");
  if (!(offset >= 0)) throw kmsError(400, "KMS.1602", "marker must be greater than or equals 0.");
  const limit = Math.min(asked, call.house.pageSize, mostRows(call.twist));
  return { limit, offset: call.twist === "repeat-page" ? Math.max(0, offset - limit) : offset };
}

function filterOf({ body }: HuaweiCall): (details: Record<string, string>) => boolean {
  const spec = text(body.key_spec) ?? "AES_256";
  const state = text(body.key_state);
  const enterprise = text(body.enterprise_project_id) ?? "all";
  const keystore = text(body.keystore_type);
  const sequence = text(body.sequence);
  if (!SPECS.test(spec)) throw kmsError(400, "KMS.0308", "Invalid key_spec.");
  if (state !== null && !/^[1-5]$/.test(state)) throw kmsError(400, "KMS.0202", "Invalid key_state.");
  if (!ENTERPRISE.test(enterprise)) throw kmsError(400, "KMS.0202", "Invalid enterprise_project_id.");
  if (keystore !== null && !/^(DEFAULT|DHSM|CDMS)$/.test(keystore)) throw kmsError(400, "KMS.0202", "Invalid keystore_type.");
  if (sequence !== null && sequence.length !== 36) throw kmsError(400, "KMS.0206", "Invalid sequence.");
  return (details) =>
    (spec === "ALL" || details.key_spec === spec) &&
    (state === null || details.key_state === state) &&
    (enterprise === "all" || details.sys_enterprise_project_id === enterprise) &&
    (keystore === null || details.keystore_type === keystore);
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

function newestFirst(a: WorldKey, b: WorldKey): number {
  return (b.facts.createdAt ?? "").localeCompare(a.facts.createdAt ?? "") || (a.keyId < b.keyId ? -1 : 1);
}
