import type { VendorAnswer, WireRequest } from "../exchange.ts";
import type { WorldAccount, WorldProject } from "../world.ts";
import type { HuaweiHouse } from "./call.ts";
import { gatewayError, iamError } from "./errors.ts";
import { issueSecurityToken } from "./security-tokens.ts";
import { signIn } from "./sign-in.ts";

/** Sign-in, temporary keys and discovery; `caller` is who signed or whose token it is, null for the sign-in itself. */
export function answerIam(
  operation: string,
  request: WireRequest,
  body: Record<string, unknown>,
  caller: WorldAccount | null,
  house: HuaweiHouse,
): VendorAnswer {
  if (operation === "auth-tokens") return signIn(request, body, house);
  if (!caller) throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
  if (operation === "securitytokens") return issueSecurityToken(body, caller, house);
  if (operation === "auth-domains")
    return {
      body: {
        domains: [
          { id: caller.cloudAccount, name: domainName(caller), enabled: true, description: "", links: { self: "https://iam.myhuaweicloud.com/v3/domains" } },
        ],
        links: { self: "", next: null, previous: null },
      },
    };
  if (operation === "projects" || operation === "auth-projects") {
    const name = operation === "projects" ? request.query.get("name") : null;
    const found = caller.projects.filter((project) => name === null || project.name === name);
    return {
      body: {
        projects: found.map((project) => toProject(project, caller)),
        links: { self: "https://iam.myhuaweicloud.com/v3/projects", next: null, previous: null },
      },
    };
  }
  throw gatewayError(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
}

function toProject(project: WorldProject, account: WorldAccount): Record<string, unknown> {
  return {
    id: project.id,
    name: project.name,
    domain_id: account.cloudAccount,
    parent_id: account.cloudAccount,
    is_domain: false,
    enabled: project.isDisabled !== true,
    description: "",
    links: { self: `https://iam.myhuaweicloud.com/v3/projects/${project.id}` },
  };
}

function domainName(account: WorldAccount): string {
  return account.principal.split("/")[0] ?? "";
}
