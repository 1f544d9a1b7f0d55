import type { Credential } from "../../model/account.ts";
import type { Answer, Identity, Io } from "../cloud.ts";
import { type HeldGrant, holdGrant } from "../hold-grant.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { type Endpoints, iamUrl } from "./endpoints.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";

export interface Token {
  text: string;
  renewAt: number;
  identity: Answer<Identity>;
}

export interface Tokens {
  /** The token for a project, or with null for the whole domain. */
  of(region: string | null, project: string | null): HeldGrant<Token>;
}

/** Renewed this long before the end, or a tenth of its life before. A token lives 24 hours (IAM "Obtaining a User Token Through Password Authentication"). */
const RENEW_BEFORE_MS = 3_600_000;

/** One token for each project (KMS takes no other, KMS.0305) and one for the domain, each asked for once however many calls wait for it. */
export function openTokens(credential: Credential, endpoints: Endpoints, io: Io): Tokens {
  const held = new Map<string, HeldGrant<Token>>();
  return {
    of(region, project) {
      const name = project ?? "";
      const grant =
        held.get(name) ??
        holdGrant(
          () => signIn(credential, endpoints, io, { region, project }),
          () => io.now().getTime(),
        );
      held.set(name, grant);
      return grant;
    },
  };
}

/** `nocatalog` keeps the answer small; the token itself, of several KB, comes in a header. */
async function signIn(credential: Credential, endpoints: Endpoints, io: Io, at: { region: string | null; project: string | null }): Promise<Token> {
  const { domainName = "", userName = "", password = "" } = credential;
  const url = iamUrl(endpoints, at.region, "/v3/auth/tokens");
  url.searchParams.set("nocatalog", "true");
  const scope = at.project === null ? { domain: { name: domainName } } : { project: { id: at.project } };
  const identity = { methods: ["password"], password: { user: { name: userName, password, domain: { name: domainName } } } };
  const answer = await io.send({
    operation: "auth/tokens",
    region: null,
    build: () => ({ method: "POST", url, headers: { "content-type": "application/json" }, body: JSON.stringify({ auth: { identity, scope } }) }),
    read: (incoming) => readAnswer("auth/tokens", incoming, io),
  });
  const token = answer.object().token;
  const text = answer.headers["x-subject-token"]?.trim();
  const endsAt = Date.parse(isJsonObject(token) ? String(token.expires_at) : "");
  if (!text || !isJsonObject(token) || Number.isNaN(endsAt)) throw answer.unreadable("token_missing", "The cloud's sign-in gave no token.");
  const now = io.now().getTime();
  return { text, renewAt: endsAt - Math.min(RENEW_BEFORE_MS, (endsAt - now) / 10), identity: { value: identityOf(token, answer), call: answer.call } };
}

function identityOf(token: JsonObject, answer: HuaweiAnswer): Identity {
  const user = isJsonObject(token.user) ? token.user : {};
  const domain = isJsonObject(user.domain) ? user.domain : {};
  if (typeof domain.id !== "string" || !domain.id) throw answer.unreadable("identity_missing", "The cloud did not say which account this is.");
  return { cloudAccount: domain.id, principal: [domain.name, user.name].filter((name) => typeof name === "string" && name !== "").join("/") || "unnamed" };
}
