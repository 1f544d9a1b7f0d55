import type { Credential } from "#lib/model/account.ts";
import type { WorldAccount } from "../world.ts";

/** An account before its keys exist: how many keys grow where, under which names. */
export interface AccountPlan extends Omit<WorldAccount, "keys" | "projects" | "madeAt"> {
  /** Region (or sub-project name) → how many keys grow there besides the hand-written and the service keys. */
  grown: Record<string, number>;
  /** Sub-projects by region, beside the region's own project. */
  subProjects: Record<string, string[]>;
  /** First part of the names of its keys. */
  prefixes: readonly string[];
}

type Shape = Pick<AccountPlan, "groups" | "regions" | "trouble" | "grown" | "prefixes"> &
  Partial<Pick<AccountPlan, "unlistedRegions" | "subProjects" | "dialect" | "roles" | "agencies" | "isRoot">>;

export function alibabaPlan(name: string, uid: string, user: string, shape: Shape, first?: "role"): AccountPlan {
  const key = { type: "access-key", accessKeyId: `LTAI5t${mark(name)}${uid.slice(-6)}`, accessKeySecret: `emulated-secret-${uid}` };
  const role: Credential = { ...key, roleArn: `acs:ram::${uid}:role/${user}` };
  const sts: Credential = {
    type: "access-key",
    accessKeyId: `STS.${mark(name)}${uid.slice(-6)}`,
    accessKeySecret: `emulated-session-${uid}`,
    securityToken: `CAIS${"emulated".repeat(40)}${uid}`,
  };
  return {
    cloud: "alibaba",
    name,
    cloudAccount: uid,
    principal: shape.isRoot ? `acs:ram::${uid}:root` : `acs:ram::${uid}:user/${user}`,
    unlistedRegions: [],
    subProjects: {},
    ...shape,
    credential: first === "role" ? role : key,
    otherCredentials: first === "role" ? [key, sts] : [role, sts],
  };
}

export function huaweiPlan(name: string, domainId: string, domainName: string, shape: Shape, first?: "access-key"): AccountPlan {
  const password: Credential = { type: "password", domainName, userName: "keyatlas", password: `emulated-password-${domainId.slice(0, 8)}` };
  const key: Credential = {
    type: "access-key",
    accessKeyId: `HPUA${mark(name)}${domainId.slice(0, 6).toUpperCase()}`,
    secretAccessKey: `emulated-secret-${domainId}`,
  };
  const temporary: Credential = {
    type: "access-key",
    accessKeyId: `HST3${mark(name)}${domainId.slice(0, 6).toUpperCase()}`,
    secretAccessKey: `emulated-session-${domainId}`,
    securityToken: `ggpjbi1ub3J0aC00${"emulated".repeat(60)}${domainId}`,
  };
  return {
    cloud: "huawei",
    name,
    cloudAccount: domainId,
    principal: `${domainName}/keyatlas`,
    unlistedRegions: [],
    subProjects: {},
    ...shape,
    credential: first === "access-key" ? key : password,
    otherCredentials: first === "access-key" ? [password, temporary] : [key, temporary],
  };
}

function mark(name: string): string {
  return name
    .replace(/[^A-Za-z]/g, "")
    .padEnd(6, "X")
    .slice(0, 6);
}
