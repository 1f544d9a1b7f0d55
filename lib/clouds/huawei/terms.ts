import type { VendorTerms } from "../../model/vendor-terms.ts";

/**
 * Source: support.huaweicloud.com, DEW API Reference EnableKey and ListKeyDetail, User Guide dew_01_0090 (states), dew_01_0178 and dew_01_7775 (kinds of
 * keys), and the same pages of /intl/en-us; read in November 2026. Huawei rotates with 轮换 where Alibaba has 轮转.
 */
export const TERMS: VendorTerms = {
  fields: {
    alias: { en: "Key alias", zh: "密钥别名" },
    state: { en: "Status", zh: "密钥状态" },
    spec: { en: "Key algorithm", zh: "密钥算法" },
    usage: { en: "Usage", zh: "密钥用途" },
    origin: { en: "Origin", zh: "密钥材料来源" },
    manager: { en: "Key management type", zh: "密钥管理类型" },
    rotation: { en: "Key rotation", zh: "密钥轮换" },
    rotationIntervalDays: { en: "Rotation interval", zh: "轮换周期" },
    deletesAt: { en: "Scheduled deletion time", zh: "计划删除时间" },
    expiresAt: { en: "Key material expiration time", zh: "密钥材料失效时间" },
    instance: { en: "Dedicated keystore", zh: "专属密钥库" },
    enterpriseProject: { en: "Enterprise project", zh: "企业项目" },
  },
  values: {
    state: {
      "pending-activation": { en: "Pending activation", zh: "待激活" },
      enabled: { en: "Enabled", zh: "启用" },
      disabled: { en: "Disabled", zh: "禁用" },
      "pending-deletion": { en: "Pending deletion", zh: "计划删除" },
      "pending-import": { en: "Pending import", zh: "等待导入" },
      7: { en: "Frozen", zh: "冻结" },
    },
    usage: {
      "encrypt-decrypt": { en: "Encryption and decryption", zh: "加密解密" },
      "sign-verify": { en: "Signature and verification", zh: "签名验签" },
      mac: { en: "Generating and verifying MACs", zh: "生成和校验消息认证码" },
    },
    origin: { cloud: { en: "KMS", zh: "密钥管理" }, imported: { en: "External", zh: "外部" } },
    manager: { customer: { en: "Custom key", zh: "自定义密钥" }, service: { en: "Default key", zh: "默认密钥" } },
  },
};
