import type { Operation } from "./call.ts";
import { countUserInstances } from "./operations/count-user-instances.ts";
import { describeKey } from "./operations/describe-key.ts";
import { getKeyRotationStatus } from "./operations/get-key-rotation-status.ts";
import { listAliases } from "./operations/list-aliases.ts";
import { listGrants } from "./operations/list-grants.ts";
import { describeKeystore, listKeystores } from "./operations/list-keystores.ts";
import { listUserQuotas } from "./operations/list-user-quotas.ts";
import { listKeyTags } from "./operations/list-key-tags.ts";
import { listKeys } from "./operations/list-keys.ts";
import { listResourceInstances } from "./operations/list-resource-instances.ts";

/** What stands behind `/v1.0/{project_id}/kms/`, and with a leading slash beside it: name in the log → method, path and the operation. */
export const OPERATIONS: readonly { name: string; method: "GET" | "POST"; path: RegExp; run: Operation }[] = [
  { name: "list-keys", method: "POST", path: /^list-keys$/, run: listKeys },
  { name: "describe-key", method: "POST", path: /^describe-key$/, run: describeKey },
  { name: "get-key-rotation-status", method: "POST", path: /^get-key-rotation-status$/, run: getKeyRotationStatus },
  { name: "resource_instances", method: "POST", path: /^resource_instances\/action$/, run: listResourceInstances },
  { name: "aliases", method: "GET", path: /^aliases$/, run: listAliases },
  { name: "list-grants", method: "POST", path: /^list-grants$/, run: listGrants },
  { name: "user-quotas", method: "GET", path: /^user-quotas$/, run: listUserQuotas },
  { name: "keystores", method: "GET", path: /^\/keystores$/, run: listKeystores },
  { name: "keystore", method: "GET", path: /^\/keystores\/[^/]+$/, run: describeKeystore },
  { name: "user-instances", method: "GET", path: /^user-instances$/, run: countUserInstances },
  { name: "tags", method: "GET", path: /^(?<key>[^/]+)\/tags$/, run: listKeyTags },
];
