import type { Credential } from "../../model/account.ts";
import type { Answer, Identity, Io, Project } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorAccount, vendorName } from "../vendor-trace.ts";
import { type Endpoints, iamUrl } from "./endpoints.ts";
import { excessRights } from "./excess-rights.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";
import { renewAt } from "./renew-at.ts";

export interface Token {
  text: string;
  renewAt: number;
  /** Whom the token names, where it does. */
  identity: Answer<Identity> | null;
  /** The project that it is for, where it says. */
  project: Answer<Project> | null;
}

export interface SignIn {
  identity: JsonObject;
  scope: JsonObject;
  /** The region whose IAM is asked; null = the account's home. */
  region: string | null;
  /** The user's own token, for taking on an agency. */
  vouchedBy?: { text: string; presents: "secret" | "token" };
}

/** A user's name and password. Source: IAM "Obtaining a User Token Through Password Authentication". */
export function passwordIdentity({ domainName = "", userName = "", password = "" }: Credential): JsonObject {
  return { methods: ["password"], password: { user: { name: userName, password, domain: { name: domainName } } } };
}

/** An agency of another account. Source: IAM "Obtaining an Agency Token". */
export function agencyIdentity({ agencyName, agencyDomainName }: Credential, more: JsonObject = {}): JsonObject {
  return { methods: ["assume_role"], assume_role: { domain_name: agencyDomainName ?? "", agency_name: agencyName ?? "", ...more } };
}

/** Asks IAM for a token. `nocatalog` keeps the answer small; the token itself, of several KB, comes in a header. */
export async function signIn(endpoints: Endpoints, io: Io, at: SignIn): Promise<Token> {
  const url = iamUrl(endpoints, at.region, "/v3/auth/tokens");
  url.searchParams.set("nocatalog", "true");
  const headers = { "content-type": "application/json", ...(at.vouchedBy ? { "x-auth-token": at.vouchedBy.text } : {}) };
  const answer = await io.send({
    operation: "auth/tokens",
    region: null,
    presents: at.vouchedBy?.presents,
    build: () => ({ method: "POST", url, headers, body: JSON.stringify({ auth: { identity: at.identity, scope: at.scope } }) }),
    read: (incoming) => readAnswer("auth/tokens", incoming, io),
  });
  const { token } = answer.object();
  const text = answer.headers["x-subject-token"]?.trim();
  if (!text) throw answer.unreadable("token_missing", "The cloud's sign-in gave no token.");
  const body = isJsonObject(token) ? token : {};
  return { text, renewAt: renewAt(body.expires_at, io.now()), identity: identityOf(body, answer), project: projectOf(body, answer) };
}

/** An agency's token names the account that it opens, and its user as `account/agency`. */
function identityOf(token: JsonObject, answer: HuaweiAnswer): Answer<Identity> | null {
  const user = isJsonObject(token.user) ? token.user : {};
  const domain = isJsonObject(user.domain) ? user.domain : {};
  const cloudAccount = vendorAccount(domain.id);
  if (cloudAccount === null) return null;
  const [account, name] = [domain.name, user.name].map((each) => (typeof each === "string" ? each : ""));
  const whole = name?.startsWith(`${account}/`) ? [name] : [account, name];
  const principal = whole.filter((part) => part !== "").join("/") || "unnamed";
  const told = Array.isArray(token.roles) ? { excess: excessRights(token.roles) } : {};
  return { value: { cloudAccount, principal: vendorName(principal), ...told }, call: answer.call };
}

function projectOf({ project }: JsonObject, { call }: HuaweiAnswer): Answer<Project> | null {
  const { id, name } = isJsonObject(project) ? project : {};
  return typeof id === "string" && id && typeof name === "string" ? { value: { id, name }, call } : null;
}
