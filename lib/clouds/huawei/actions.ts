/** The action that each call needs. Source: DEW API Reference "Permissions and Supported Actions". */
export const ACTIONS: Readonly<Record<string, string>> = {
  "list-keys": "kms:cmk:list",
  "describe-key": "kms:cmk:get",
  "get-key-rotation-status": "kms:cmk:getRotation",
  resource_instances: "kms:cmkTag:listInstance",
  tags: "kms:cmkTag:list",
  aliases: "kms:alias:list",
  "list-grants": "kms:grant:list",
  "user-quotas": "kms:cmk:getQuota",
  keystores: "kms:keystore:list",
};
