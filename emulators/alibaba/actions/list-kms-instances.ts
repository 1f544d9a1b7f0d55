import { keysAt } from "../../world/change-keys.ts";
import type { Action } from "../call.ts";
import { paginate } from "../paging.ts";

export const listKmsInstances: Action = (call) => {
  const ids = new Set(
    keysAt(call.account, { region: call.region, project: null })
      .map((key) => key.facts.instance)
      .filter((id) => id !== null),
  );
  const prefix = `acs:kms:${call.region}:${call.account.cloudAccount}:keystore`;
  const { page, ...paging } = paginate(call, [...ids].sort(), 20);
  return { ...paging, KmsInstances: { KmsInstance: page.map((id) => ({ KmsInstanceId: id, KmsInstanceArn: `${prefix}/${id}` })) } };
};
