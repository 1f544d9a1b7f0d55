import type { Action } from "../call.ts";
import { instancesAt } from "../../world/about-source.ts";
import { paginate } from "../paging.ts";

export const listKmsInstances: Action = (call) => {
  const ids = instancesAt(call.account, { region: call.region, project: null }).map((instance) => instance.id);
  const prefix = `acs:kms:${call.region}:${call.account.cloudAccount}:keystore`;
  const { page, ...paging } = paginate(call, ids, 20);
  return { ...paging, KmsInstances: { KmsInstance: page.map((id) => ({ KmsInstanceId: id, KmsInstanceArn: `${prefix}/${id}` })) } };
};
