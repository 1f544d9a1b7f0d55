import type { VendorAnswer, WireRequest } from "../exchange.ts";
import type { WorldAccount, WorldProject } from "../world.ts";
import { hexOf } from "../world/random.ts";
import { type AssumeRole, findAgency } from "./agencies.ts";
import type { HuaweiHouse } from "./call.ts";
import { iamError } from "./errors.ts";
import { issueToken, type Token, toMicros } from "./tokens.ts";

interface SignIn {
  auth?: {
    identity?: { methods?: string[]; password?: { user?: PasswordUser }; assume_role?: AssumeRole };
    scope?: { project?: { id?: string; name?: string }; domain?: { id?: string; name?: string } };
  };
}
interface PasswordUser {
  name?: string;
  password?: string;
  domain?: { name?: string };
}

/** `POST /v3/auth/tokens` by password, or by agency with the caller's own token: the token comes in a header, what it opens in the body. */
export function signIn(request: WireRequest, body: Record<string, unknown>, house: HuaweiHouse): VendorAnswer {
  const { identity, scope } = (body as SignIn).auth ?? {};
  const opened = identity?.methods?.includes("assume_role")
    ? assume(request, identity.assume_role, house)
    : { account: byPassword(identity?.methods?.includes("password") ? identity.password?.user : undefined, house), assumedBy: null };
  const wanted = scope?.project;
  const project = wanted ? opened.account.projects.find((each) => (wanted.id ? each.id === wanted.id : each.name === wanted.name)) : null;
  if (project === undefined) throw iamError(401, "Unauthorized", "The authenticated user is not authorized for the project.");
  const { name, token } = issueToken(house, { ...opened, project });
  return { status: 201, headers: { "x-subject-token": name }, body: { token: tokenBody(token, project) } };
}

function byPassword(user: PasswordUser | undefined, house: HuaweiHouse): WorldAccount {
  if (!user) throw iamError(400, "Bad Request", "The request body is invalid");
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
  return account;
}

function assume(request: WireRequest, wish: AssumeRole | undefined, house: HuaweiHouse): { account: WorldAccount; assumedBy: WorldAccount } {
  const token = house.tokens.get(request.headers["x-auth-token"] ?? "");
  if (!token || token.expiresAt <= house.now()) throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
  return { account: findAgency(token.account, wish, house.world), assumedBy: token.account };
}

function tokenBody({ account, assumedBy, issuedAt, expiresAt }: Token, project: WorldProject | null): Record<string, unknown> {
  const domain = domainOf(account);
  const user = { domain, id: userId(account), name: account.principal.split("/")[1], password_expires_at: "" };
  return {
    expires_at: toMicros(expiresAt),
    issued_at: toMicros(issuedAt),
    methods: [assumedBy ? "assume_role" : "password"],
    catalog: [],
    roles: (account.roles ?? ["kms_cmk_readonly"]).map((name, n) => ({ id: n === 0 ? "0" : hexOf(`role|${name}`, 32), name })),
    ...(project ? { project: { id: project.id, name: project.name, domain } } : {}),
    user: assumedBy ? { ...user, name: `${domain.name}/keyatlas_reader` } : user,
    ...(assumedBy ? { assumed_by: { user: { domain: domainOf(assumedBy), id: userId(assumedBy), name: assumedBy.principal.split("/")[1] } } } : {}),
  };
}

function userId(account: WorldAccount): string {
  return hexOf(`user|${account.cloudAccount}`, 32);
}

function domainOf(account: WorldAccount): { id: string; name: string } {
  return { id: account.cloudAccount, name: account.principal.split("/")[0] ?? "" };
}
