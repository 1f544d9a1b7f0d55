import { instancesAt, type WorldInstance } from "../../world/about-source.ts";
import { hexOf } from "../../world/random.ts";
import type { HuaweiCall, Operation } from "../call.ts";
import { gatewayError, kmsError } from "../errors.ts";
import { toMillis } from "../key-details.ts";
import { numberOf } from "../number-of.ts";

/** Dedicated keystores of a project, by query: limit (default 10) and offset. */
export const listKeystores: Operation = (call) => {
  const { query } = call.request;
  const limit = numberOf(query.get("limit")) ?? 10;
  const offset = numberOf(query.get("offset")) ?? 0;
  if (!(limit >= 1 && limit <= 1000)) throw kmsError(400, "KMS.1601", "limit must be between 1 and 1000.");
  if (!(offset >= 0)) throw kmsError(400, "KMS.1602", "offset must be greater than or equals 0.");
  const all = keystoresOf(call);
  return { total: all.length, keystores: all.slice(offset, offset + Math.min(limit, call.house.pageSize)).map(toRow) };
};

export const describeKeystore: Operation = (call) => {
  const id = decodeURIComponent(call.request.path.replace(/\/$/, "").split("/").at(-1) ?? "");
  const found = keystoresOf(call).find((each) => each.id === id);
  if (!found) throw kmsError(404, "KMS.0401", "The keystore does not exist.");
  return { keystore: toRow(found) };
};

function keystoresOf({ account, project }: HuaweiCall): WorldInstance[] {
  if (account.dialect?.keystores === false) throw gatewayError(404, "APIG.0101", "The API does not exist or has not been published in the environment");
  return instancesAt(account, { region: project.region, project: project.id });
}

function toRow({ id, name, kind, createdAt }: WorldInstance): Record<string, unknown> {
  return {
    keystore_id: id,
    keystore_alias: name,
    keystore_type: kind?.toUpperCase(),
    hsm_cluster_id: hexOf(`hsm|${id}`, 32),
    cluster_id: hexOf(`cluster|${id}`, 32),
    create_time: toMillis(createdAt),
  };
}
