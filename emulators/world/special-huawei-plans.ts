import type { KeyFacts } from "#lib/model/key.ts";
import type { At, KeyPlan } from "./key-plan.ts";

/** Awkward Huawei keys, each for a case that a reader of that cloud meets; `account/project name` → plans. */
export function specialHuaweiPlans(at: At): Record<string, KeyPlan[]> {
  return {
    "EU platform/eu-west-101_pci": [
      {
        ...key("payments/card-vault", {
          description: "支付卡号库主密钥，下线中",
          state: "pending-deletion",
          rotation: "on",
          rotationIntervalDays: 180,
          createdAt: at(-2079.2),
          deletesAt: at(2.8),
          tags: { env: "prod", owner: "payments", pci: "in-scope" },
        }),
        keyId: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
        denied: ["get-key-rotation-status"],
      },
      key("payments/hsm-root", {
        description: "Root of the card zone",
        protection: "hsm",
        instance: "9b1f4c20-7a3e-4d55-8c11-2f0e6ab7d9c3",
        createdAt: at(-640.5),
        tags: { env: "prod", pci: "in-scope" },
      }),
    ],
    "EU platform/eu-west-101": [
      key(
        "payments/refund-token",
        {
          description: "Refund tokens",
          rotation: "on",
          rotationIntervalDays: 180,
          createdAt: at(-1313.9),
          lastRotatedAt: at(-107.4),
          tags: tags("prod", "payments"),
        },
        { grants: 130 },
      ),
      {
        label: "gdpr/erasure",
        facts: {
          aliases: ["gdpr/erasure", "alias/erasure-log", "alias/gdpr/right-to-be-forgotten"],
          description: "Three names",
          createdAt: at(-360.1),
          tags: tags("prod", "privacy"),
        },
      },
      key("gdpr/escrow", {
        description: "Material ends this month",
        origin: "imported",
        createdAt: at(-420.6),
        expiresAt: at(11.7),
        tags: tags("prod", "privacy"),
      }),
      key("portal/devices", { description: "Device identities", spec: "ed25519", createdAt: at(-75.2), tags: tags("prod", "portal") }),
      key("portal/chain", { description: "Ledger signatures", spec: "ec-p256k", createdAt: at(-230.2), tags: { env: "prod", empty: "" } }),
      key(
        "portal/future-sign",
        { description: "Post-quantum trial", spec: "ml-dsa-65", createdAt: at(-8.8), tags: tags("dev", "portal") },
        { wire: { key_spec: "ML_DSA_65" } },
      ),
    ],
    "Core infra/cn-north-4": [
      key("sandbox/tmp-0412", {
        description: "Load test, April",
        spec: "sm4",
        state: "pending-deletion",
        createdAt: at(-224.3),
        deletesAt: at(25.7),
        tags: tags("dev", "sandbox"),
      }),
      key("sandbox/kafka-07", { description: "Broker 7", state: "pending-deletion", createdAt: at(-512.8), deletesAt: at(4.6), tags: tags("dev", "sandbox") }),
      key("media/transcode", { description: "转码", createdAt: at(-1545.7), tags: tags("prod", "media") }),
      key("media/frozen", { description: "A state of tomorrow", state: "6", createdAt: at(-31.4) }, { wire: { key_state: "6" } }),
      key("backup/mac", { description: "Backup manifest MAC", spec: "hmac-384", createdAt: at(-340.9), tags: tags("prod", "backup") }),
      key("backup/manifest-sm3", { description: "备份清单校验", spec: "hmac-sm3", createdAt: at(-122.4), tags: tags("prod", "backup") }),
      key("hr/import-waiting", { description: "等待导入", state: "pending-import", origin: "imported", createdAt: at(-4.5), tags: tags("prod", "hr") }),
    ],
    "Core infra/cn-south-1": [
      key("hr/payslips", { description: "工资单加密", state: "disabled", createdAt: at(-2346.1), tags: tags("prod", "hr") }),
      key("rds/orders", {
        description: "Order database",
        rotation: "on",
        rotationIntervalDays: 365,
        createdAt: at(-1959.5),
        lastRotatedAt: at(-356.5),
        tags: tags("prod", "orders"),
      }),
      key("hr/lapsed-import", {
        description: "Material has lapsed",
        origin: "imported",
        createdAt: at(-900.3),
        expiresAt: at(-40.2),
        tags: tags("prod", "hr"),
      }),
    ],
    "Security tools/cn-north-4": [
      key("platform/root-2026", { description: "等待双人激活", state: "pending-activation", createdAt: at(-2.3), tags: tags("prod", "platform") }),
      key("iot/fleet-ca", {
        description: "Fleet CA, devices before 2025",
        spec: "rsa-2048",
        usage: "sign-verify",
        createdAt: at(-1077.4),
        tags: tags("prod", "iot"),
      }),
      key("secrets/ci-runner", { description: "CI secrets", createdAt: at(-677.8), tags: tags("prod", "ci") }),
      key("pki/offline-root", { description: "离线根证书", spec: "sm2", createdAt: at(-1500.6), tags: tags("prod", "pki") }),
      key("pki/p384", { description: "Issuing CA", spec: "ec-p384", createdAt: at(-388.8), tags: tags("prod", "pki") }),
    ],
  };
}

function key(name: string, facts: Partial<KeyFacts>, more: Partial<KeyPlan> = {}): KeyPlan {
  return { label: name, facts: { aliases: [name], ...facts }, ...more };
}

function tags(env: string, owner: string): Record<string, string> {
  return { env, owner };
}
