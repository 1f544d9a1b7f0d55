import type { KeyFacts } from "#lib/model/key.ts";
import type { At, KeyPlan } from "./key-plan.ts";

const MARKUP = `<img src=x onerror="document.title='owned'"> & "quotes" 'too'`;

/** Not JSON: the cloud keeps a policy as text, and gives it back as it is. */
const CUT_POLICY = `{"Version":"1","Statement":[{"Effect":"Allow","Action":["kms:*"],"Principal":{"RAM":["*"]`;
/** A policy may be 32 KB long. */
const LONG_POLICY = JSON.stringify({
  Version: "1",
  Statement: Array.from({ length: 190 }, (_, n) => ({
    Sid: `terminal-park-${n}`,
    Effect: "Allow",
    Action: ["kms:GenerateMac", "kms:VerifyMac"],
    Principal: { RAM: [`acs:ram::1203004500067891:role/terminal-park-${n}`] },
    Resource: ["*"],
  })),
});

/** Awkward keys of Payments prod, each for a case that a reader of that cloud meets; `account/region` → plans. */
export function specialPaymentsPlans(at: At): Record<string, KeyPlan[]> {
  return {
    "Payments prod/cn-hangzhou": [
      key("payments/token-map", { tags: tags("prod", "payments") }, { denied: ["DescribeKey"] }),
      key(
        "hsm/partner-zone",
        {
          description: "Partner zone master key",
          state: "pending-import",
          origin: "imported",
          protection: "hsm",
          createdAt: at(-20.4),
          instance: "kst-hzz6520e3f4ab1cd2pay1",
        },
        { extras: { policy: CUT_POLICY } },
      ),
      key("payments/legacy-vault", {
        description: "旧支付库主密钥，下线中",
        state: "pending-deletion",
        createdAt: at(-2080.1),
        deletesAt: at(2.6),
        rotation: "suspended",
        rotationIntervalDays: 365,
        lastRotatedAt: at(-250.1),
        nextRotationAt: at(114.9),
        tags: tags("prod", "payments"),
      }),
      key("payments/acquirer-import", {
        description: "Acquirer material, contract ends",
        origin: "imported",
        createdAt: at(-340.2),
        expiresAt: at(19.4),
        tags: tags("prod", "payments"),
      }),
      key(
        "payments/batch-mac",
        {
          description: "Clearing file MAC",
          spec: "hmac-sha-256",
          createdAt: at(-90.6),
          protection: "hsm",
          instance: "kst-hzz6520e3f4ab1cd2pay1",
          tags: tags("prod", "clearing"),
        },
        { extras: { policy: LONG_POLICY } },
      ),
      key(
        "payments/terminal-3des",
        {
          description: "POS terminals, EMV",
          spec: "3des-192",
          protection: "hsm",
          instance: "kst-hzz6520e3f4ab1cd2pay1",
          createdAt: at(-410.8),
          tags: tags("prod", "terminals"),
        },
        { denied: ["GetKeyPolicy"] },
      ),
      key("payments/hostile-markup", { description: MARKUP, createdAt: at(-61.3), tags: { env: "test", note: "<script>alert(1)</script>" } }),
      { label: "nameless", facts: { description: "Made by hand, never named", createdAt: at(-703.9) } },
    ],
    "Payments prod/eu-central-1": [
      key(
        "billing/invoice-sign",
        { description: "Invoice signatures, EU", spec: "ec-p256", createdAt: at(-1146.2), tags: tags("prod", "billing") },
        { denied: ["ListKeyVersions"] },
      ),
      key("web/session-seal", {
        description: "Session sealing",
        rotation: "on",
        rotationIntervalDays: 90,
        createdAt: at(-531.2),
        lastRotatedAt: at(-65.2),
        nextRotationAt: at(24.8),
        deletionProtection: "on",
        tags: tags("prod", "web"),
      }),
      {
        ...key("web/old-capture", { description: "From before deletion protection existed", createdAt: at(-2300.5) }),
        absent: { deletionProtection: "unreported" },
        wire: { DeletionProtection: null },
      },
    ],
  };
}

function key(name: string, facts: Partial<KeyFacts>, more: Partial<KeyPlan> = {}): KeyPlan {
  return { label: name, facts: { aliases: [`alias/${name}`], ...facts }, ...more };
}

function tags(env: string, owner: string): Record<string, string> {
  return { env, owner };
}
