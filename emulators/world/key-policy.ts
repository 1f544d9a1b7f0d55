import type { ExtrasOf } from "./key-extras.ts";

/** Only keys of a KMS instance have a policy: the one that the console makes, unless the plan says otherwise. */
export function keyPolicy({ cloudAccount, facts, arn }: ExtrasOf): string | null {
  if (facts.instance === null) return null;
  const statement = { Action: ["kms:*"], Effect: "Allow", Principal: { RAM: [`acs:ram::${cloudAccount}:*`] }, Resource: ["*"], Sid: "kms default key policy" };
  return JSON.stringify({ Statement: [statement, ...(facts.manager === "service" ? [] : [readers(cloudAccount, arn)])], Version: "1" });
}

function readers(cloudAccount: string, arn: string | null): Record<string, unknown> {
  return {
    Action: ["kms:List*", "kms:Describe*"],
    Effect: "Allow",
    Principal: { RAM: [`acs:ram::${cloudAccount}:user/keyatlas-reader`] },
    Resource: [arn ?? "*"],
    Sid: "readers",
  };
}
