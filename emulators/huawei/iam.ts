import type { VendorAnswer, WireRequest } from "../exchange.ts";
import type { WorldAccount, WorldProject } from "../world.ts";
import { hexOf } from "../world/random.ts";
import type { HuaweiHouse } from "./call.ts";
import { gatewayError, iamError } from "./errors.ts";
import { issueToken, toMicros } from "./tokens.ts";

/** The four IAM calls of discovery; `caller` is who signed or whose token it is, null for the sign-in itself. */
export function answerIam(
  operation: string,
  request: WireRequest,
  body: Record<string, unknown>,
  caller: WorldAccount | null,
  house: HuaweiHouse,
): VendorAnswer {
  if (operation === "auth-tokens") return signIn(body, house);
  if (!caller) throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
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

interface SignIn {
  auth?: {
    identity?: { methods?: string[]; password?: { user?: { name?: string; password?: string; domain?: { name?: string } } } };
    scope?: { project?: { id?: string; name?: string }; domain?: { id?: string; name?: string } };
  };
}

function signIn(body: Record<string, unknown>, house: HuaweiHouse): VendorAnswer {
  const { identity, scope } = (body as SignIn).auth ?? {};
  const user = identity?.password?.user;
  if (!identity?.methods?.includes("password") || !user) throw iamError(400, "Bad Request", "The request body is invalid");
  const account = house.world.accounts.find((each) =>
    [each.credential, ...each.otherCredentials].some(
      (credential) =>
        credential.type === "password" &&
        credential.domainName === user.domain?.name &&
        credential.userName === user.name &&
        credential.password === user.password,
    ),
  );
  if (!account) throw iamError(401, "Unauthorized", "The username or password is wrong.");
  const wanted = scope?.project;
  const project = wanted ? account.projects.find((each) => (wanted.id ? each.id === wanted.id : each.name === wanted.name)) : null;
  if (project === undefined) throw iamError(401, "Unauthorized", "The authenticated user is not authorized for the project.");
  const { name, token } = issueToken(house.tokens, account, project, house.now());
  return { status: 201, headers: { "x-subject-token": name }, body: { token: tokenBody(account, project, token.issuedAt, token.expiresAt) } };
}

function tokenBody(account: WorldAccount, project: WorldProject | null, issuedAt: Date, expiresAt: Date): Record<string, unknown> {
  const domain = { id: account.cloudAccount, name: domainName(account) };
  return {
    expires_at: toMicros(expiresAt),
    issued_at: toMicros(issuedAt),
    methods: ["password"],
    catalog: [],
    roles: [{ id: "0", name: "kms_cmk_readonly" }],
    ...(project ? { project: { id: project.id, name: project.name, domain } } : {}),
    user: { domain, id: hexOf(`user|${account.cloudAccount}`, 32), name: account.principal.split("/")[1], password_expires_at: "" },
  };
}

function toProject(project: WorldProject, account: WorldAccount): Record<string, unknown> {
  return {
    id: project.id,
    name: project.name,
    domain_id: account.cloudAccount,
    parent_id: account.cloudAccount,
    is_domain: false,
    enabled: true,
    description: "",
    links: { self: `https://iam.myhuaweicloud.com/v3/projects/${project.id}` },
  };
}

function domainName(account: WorldAccount): string {
  return account.principal.split("/")[0] ?? "";
}
