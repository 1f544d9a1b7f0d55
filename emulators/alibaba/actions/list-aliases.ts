import type { WorldKey } from "../../world.ts";
import { keysAt } from "../../world/change-keys.ts";
import type { Action, AlibabaCall } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";
import { paginate } from "../paging.ts";

export const listAliases: Action = (call) => aliasPage(call, keysAt(call.account, { region: call.region, project: null }));

export const listAliasesByKeyId: Action = (call) => aliasPage(call, [findNamedKey(call)]);

function aliasPage(call: AlibabaCall, keys: readonly WorldKey[]): Record<string, unknown> {
  const aliases = keys.flatMap((key) => key.facts.aliases.map((name) => ({ key, name }))).sort((a, b) => (a.name < b.name ? -1 : 1));
  const { page, ...paging } = paginate(call, aliases);
  const prefix = `acs:kms:${call.region}:${call.account.cloudAccount}`;
  return { ...paging, Aliases: { Alias: page.map(({ key, name }) => ({ KeyId: key.keyId, AliasName: name, AliasArn: `${prefix}:${name}` })) } };
}
