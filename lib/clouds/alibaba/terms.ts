import type { VendorTerms } from "../../model/vendor-terms.ts";

/**
 * Source: help.aliyun.com, "主密钥状态对API调用的影响" (44211), DescribeKey (28952), "密钥服务概述", "管理密钥", and the same pages of
 * www.alibabacloud.com/help/en; read in November 2026.
 */
export const TERMS: VendorTerms = {
  fields: {
    alias: { en: "Key alias", zh: "密钥别名" },
    state: { en: "Key state", zh: "密钥状态" },
    spec: { en: "Key specifications", zh: "密钥规格" },
    usage: { en: "Key usage", zh: "密钥用途" },
    origin: { en: "Key material source", zh: "密钥材料来源" },
    protection: { en: "Protection level", zh: "保护级别" },
    manager: { en: "Key type", zh: "密钥类型" },
    rotation: { en: "Automatic rotation", zh: "自动轮转" },
    rotationIntervalDays: { en: "Rotation period", zh: "轮转周期" },
    deletionProtection: { en: "Deletion protection", zh: "删除保护" },
    deletesAt: { en: "Scheduled deletion time", zh: "预计删除时间" },
    expiresAt: { en: "Key material expiration time", zh: "密钥材料过期时间" },
    instance: { en: "KMS instance", zh: "KMS实例" },
  },
  values: {
    state: {
      enabled: { en: "Enabled", zh: "启用" },
      disabled: { en: "Disabled", zh: "禁用" },
      "pending-deletion": { en: "Pending deletion", zh: "待删除" },
      "pending-import": { en: "Pending import", zh: "待导入" },
    },
    usage: { "encrypt-decrypt": { en: "Encrypt/Decrypt", zh: "加密/解密" }, "sign-verify": { en: "Sign/Verify", zh: "签名/验签" } },
    origin: { cloud: { en: "Alibaba Cloud KMS", zh: "阿里云KMS" }, imported: { en: "External", zh: "外部" } },
    protection: { software: { en: "Software", zh: "软件" }, hsm: { en: "HSM", zh: "硬件" } },
    manager: { customer: { en: "Customer master key", zh: "用户主密钥" }, service: { en: "Service key", zh: "服务密钥" } },
    deletionProtection: { on: { en: "Enabled", zh: "开启" }, off: { en: "Disabled", zh: "关闭" } },
  },
};
