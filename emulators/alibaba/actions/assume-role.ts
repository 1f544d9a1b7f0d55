import { randomBytes } from "node:crypto";
import { VendorError } from "../../exchange.ts";
import type { Action } from "../call.ts";
import { toSeconds } from "../key-words.ts";

/** Opens the account's one role for `DurationSeconds` (900 to 43,200, default 3,600). */
export const assumeRole: Action = ({ account, params, house }) => {
  if (account.isRoot) throw new VendorError(403, "NoPermission", "Roles may not be assumed by root accounts.");
  const roleArn = params.get("RoleArn") ?? "";
  const name = params.get("RoleSessionName") ?? "";
  const seconds = Number(params.get("DurationSeconds") ?? "3600");
  if (!/^[\w.@-]{2,64}$/.test(name)) throw new VendorError(400, "InvalidParameter.RoleSessionName", "The parameter RoleSessionName is wrongly formed.");
  if (!(seconds >= 900 && seconds <= 43_200))
    throw new VendorError(400, "InvalidParameter.DurationSeconds", "The Min/Max value of DurationSeconds is 15min/12hr.");
  const roles = [account.credential, ...account.otherCredentials].map((credential) => credential.roleArn);
  if (!roles.includes(roleArn)) throw new VendorError(404, "EntityNotExist.Role", "The role not exists. ");
  const id = randomBytes(12).toString("hex");
  const role = { accessKeyId: `STS.NT${id}`, secret: randomBytes(22).toString("hex"), securityToken: `CAIS${randomBytes(480).toString("base64url")}` };
  const expiresAt = new Date(house.now().getTime() + seconds * 1000);
  const principal = `acs:ram::${account.cloudAccount}:assumed-role/${roleArn.split("/")[1]}/${name}`;
  house.sessions.set(role.accessKeyId, { account, secret: role.secret, securityToken: role.securityToken, expiresAt, principal });
  return {
    AssumedRoleUser: { Arn: principal, AssumedRoleId: `300000000000000001:${name}` },
    Credentials: {
      AccessKeyId: role.accessKeyId,
      AccessKeySecret: role.secret,
      SecurityToken: role.securityToken,
      Expiration: toSeconds(expiresAt.toISOString()),
    },
  };
};
