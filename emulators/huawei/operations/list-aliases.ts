import { keysAt } from "../../world/change-keys.ts";
import type { Operation } from "../call.ts";
import { gatewayError, kmsError } from "../errors.ts";
import { numberOf } from "../number-of.ts";

/** The `alias/…` names beside a key's display name; limit 1 to 100, and the marker is the last name of the page before. */
export const listAliases: Operation = (call) => {
  if (call.account.dialect?.aliases === false) throw gatewayError(404, "APIG.0101", "The API does not exist or has not been published in the environment");
  const { query } = call.request;
  const limit = numberOf(query.get("limit")) ?? 100;
  if (!(limit >= 1 && limit <= 100)) throw kmsError(400, "KMS.1601", "limit must be between 1 and 100.");
  const keyId = query.get("key_id");
  const marker = query.get("marker") ?? "";
  const aliases = keysAt(call.account, { region: call.project.region, project: call.project.id })
    .filter((key) => keyId === null || key.keyId === keyId)
    .flatMap((key) => key.facts.aliases.filter((alias) => alias.startsWith("alias/")).map((alias) => ({ key, alias })))
    .filter(({ alias }) => alias > marker)
    .sort((a, b) => (a.alias < b.alias ? -1 : 1));
  const page = aliases.slice(0, Math.min(limit, call.house.pageSize));
  const isMore = page.length < aliases.length;
  return {
    aliases: page.map(({ key, alias }) => ({
      domain_id: call.account.cloudAccount,
      key_id: key.keyId,
      alias,
      alias_urn: `kms:${key.region}:${call.account.cloudAccount}:${alias.replace("alias/", "alias:")}`,
      create_time: `${key.facts.createdAt?.slice(0, 19)}Z`,
      update_time: `${key.facts.createdAt?.slice(0, 19)}Z`,
    })),
    page_info: { next_marker: isMore ? (page.at(-1)?.alias ?? "") : "", current_count: page.length },
  };
};
