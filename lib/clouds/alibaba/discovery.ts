import type { ExcessRight } from "../../model/account.ts";
import type { Answer, Identity } from "../cloud.ts";
import { vendorAccount, vendorName } from "../vendor-trace.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";

const ROOT: ExcessRight = {
  right: "Account",
  message: "This is the access key of the account itself, which may do everything: make a RAM user with the policy below, use its key, and delete this one.",
};

/** Sts GetCallerIdentity, which needs no permission. The principal is the ARN's last part: `user/keyatlas`, without the account number. */
export async function whoAmI(send: Sender): Promise<Answer<Identity>> {
  const answer = await send({ service: "sts", action: "GetCallerIdentity", params: {}, region: null });
  const account = vendorAccount(answer.body.AccountId);
  if (account === null) throw answer.unreadable("identity_missing", "The cloud did not say whose access key this is.");
  const arn = answer.body.Arn;
  const principal = typeof arn === "string" ? (arn.split(":").at(-1) ?? "") : "";
  const excess = answer.body.IdentityType === "Account" ? { excess: [ROOT] } : {};
  return { value: { cloudAccount: account, principal: vendorName(principal) || "unnamed", ...excess }, call: answer.call };
}

/**
 * DescribeRegions: needs a valid signature and no permission (help centre "Use RAM"). Asked of the account's own region, whose calls a second it counts
 * among (help centre "QPS quotas of KMS instances").
 */
export async function listRegions(send: Sender, { regionShape, home }: { regionShape: RegExp; home: string }): Promise<Answer<string[]>> {
  const answer = await send({ service: "kms", action: "DescribeRegions", params: {}, region: home });
  if (answer.body.Regions === undefined) throw answer.unreadable("list_missing", "The cloud's answer holds no Regions.");
  const regions = rowsOf(answer, "Regions", "Region", { counted: false }).map((row) => row.RegionId);
  const isRegion = (region: unknown): region is string => typeof region === "string" && regionShape.test(region);
  if (!regions.every(isRegion)) throw answer.unreadable("region_unreadable", "The cloud named a region that is none.");
  return { value: [...new Set(regions)].sort(), call: answer.call };
}
