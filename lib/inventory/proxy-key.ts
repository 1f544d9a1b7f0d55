import type { KeyDetail } from "../model/key.ts";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { hear } from "../reading/hear.ts";
import { liveDetail } from "./live/live-detail.ts";
import { openProxiedSource } from "./proxy/open-proxied-source.ts";
import { inTime } from "./live/in-time.ts";

/**
 * One describe call of a cloud, normalised; what it does not tell is absent as `pending`. `identifier` is an id, an alias or an ARN/URN; `params` holds
 * `project` or nothing. Throws Refusal (`not_found`, `unsupported_identifier`, `invalid_query`) or CloudError.
 */
export async function proxyKey(
  scope: Scope,
  accountId: string,
  region: string,
  identifier: string,
  params: URLSearchParams,
  signal?: AbortSignal,
): Promise<KeyDetail> {
  const other = [...params.keys()].find((name, i, names) => name !== "project" || names.indexOf(name) !== i);
  if (other !== undefined) throw new Refusal("invalid_query", `${other} means nothing here.`, other);
  const live = await openProxiedSource(scope, { accountId, region, project: params.get("project") }, signal);
  const { cloud, connection, source: address } = live.reading;
  if (!cloud.takesIdentifier(identifier)) throw new Refusal("unsupported_identifier", `${cloud.label} takes no such key identifier.`, "keyId");
  const { value, call } = await inTime("describe", connection.describeKey(address, identifier));
  hear(live.reading, "described", { reading: value, call });
  return liveDetail(live, value.keyId);
}
