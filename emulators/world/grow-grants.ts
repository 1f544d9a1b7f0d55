import type { KeyGrant } from "#lib/model/extras.ts";
import type { ExtrasOf } from "./key-extras.ts";
import { createRandom, hexOf } from "./random.ts";

const OPERATIONS: readonly (readonly string[])[] = [
  ["create-datakey", "decrypt-datakey"],
  ["describe-key", "create-datakey", "create-datakey-without-plaintext", "encrypt-datakey", "decrypt-datakey"],
  ["describe-key", "decrypt-data"],
  ["retire-grant", "create-grant", "describe-key"],
];
const DAY_MS = 86_400_000;

/** One customer key in four is granted to somebody; `plan.grants` says how many, where it matters. */
export function growGrants({ cloudAccount, keyId, facts, plan }: ExtrasOf): KeyGrant[] {
  if (facts.manager === "service") return [];
  const random = createRandom(`grants|${keyId}`);
  const count = plan.grants ?? (random.chance(0.25) ? random.between(1, 3) : 0);
  const made = Date.parse(facts.createdAt ?? "");
  return Array.from({ length: count }, (_, n) => {
    const isUser = random.chance(0.7);
    return {
      id: hexOf(`grant|${keyId}|${n}`, 64),
      name: random.chance(0.6) ? `grant-${n + 1}` : null,
      grantee: hexOf(`grantee|${keyId}|${n}`, 32),
      granteeKind: isUser ? "user" : "domain",
      operations: [...random.pick(OPERATIONS)],
      issuer: hexOf(`user|${cloudAccount}`, 32),
      createdAt: new Date(made + Math.round((n + 1) * 0.01 * DAY_MS)).toISOString(),
    };
  });
}
