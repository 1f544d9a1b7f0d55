import type { Credential } from "../../model/account.ts";
import { CloudError } from "../../model/problem.ts";
import type { Answer, Identity, Io } from "../cloud.ts";
import { type HeldGrant, holdGrant } from "../hold-grant.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { vendorAccount, vendorName } from "../vendor-trace.ts";
import { type Endpoints, iamUrl } from "./endpoints.ts";
import { type HuaweiAnswer, readAnswer } from "./read-answer.ts";

export interface Token {
  text: string;
  renewAt: number;
  /** Whom the token names, where it does. */
  identity: Answer<Identity> | null;
}

export interface Tokens {
  /** The token for a project, or with null for the whole domain. */
  of(region: string | null, project: string | null): HeldGrant<Token>;
}

/** Renewed this long before the end, or a tenth of its life before. A token lives 24 hours (IAM "Obtaining a User Token Through Password Authentication"). */
const RENEW_BEFORE_MS = 3_600_000;
/** For a site that does not say when the token ends. */
const ASSUMED_LIFE_MS = 3_600_000;

/** One token for each project (KMS takes no other, KMS.0305) and one for the domain, each asked for once however many calls wait for it. */
export function openTokens(credential: Credential, endpoints: Endpoints, io: Io): Tokens {
  const held = new Map<string, HeldGrant<Token>>();
  return {
    of(region, project) {
      const name = project ?? "";
      const grant =
        held.get(name) ??
        holdGrant(
          () => (project === null ? forDomain(region) : signIn(credential, endpoints, io, { region, scope: { project: { id: project } } })),
          () => io.now().getTime(),
        );
      held.set(name, grant);
      return grant;
    },
  };

  /** Discovery asks for the domain. Where a site gives no such token, one of the region's own project opens the same calls. */
  async function forDomain(region: string | null): Promise<Token> {
    try {
      return await signIn(credential, endpoints, io, { region, scope: { domain: { name: credential.domainName } } });
    } catch (error) {
      const name = region ?? endpoints.home;
      const isFinal = !(error instanceof CloudError) || error.kind === "throttled" || error.kind === "unavailable";
      if (isFinal || name === null) throw error;
      return await signIn(credential, endpoints, io, { region, scope: { project: { name } } }).catch(() => Promise.reject(error));
    }
  }
}

/** `nocatalog` keeps the answer small; the token itself, of several KB, comes in a header. */
async function signIn(credential: Credential, endpoints: Endpoints, io: Io, at: { region: string | null; scope: JsonObject }): Promise<Token> {
  const { domainName = "", userName = "", password = "" } = credential;
  const url = iamUrl(endpoints, at.region, "/v3/auth/tokens");
  url.searchParams.set("nocatalog", "true");
  const identity = { methods: ["password"], password: { user: { name: userName, password, domain: { name: domainName } } } };
  const answer = await io.send({
    operation: "auth/tokens",
    region: null,
    build: () => ({ method: "POST", url, headers: { "content-type": "application/json" }, body: JSON.stringify({ auth: { identity, scope: at.scope } }) }),
    read: (incoming) => readAnswer("auth/tokens", incoming, io),
  });
  const { token } = answer.object();
  const text = answer.headers["x-subject-token"]?.trim();
  if (!text) throw answer.unreadable("token_missing", "The cloud's sign-in gave no token.");
  const now = io.now().getTime();
  const said = Date.parse(isJsonObject(token) && typeof token.expires_at === "string" ? token.expires_at : "");
  const endsAt = Number.isNaN(said) ? now + ASSUMED_LIFE_MS : said;
  return { text, renewAt: endsAt - Math.min(RENEW_BEFORE_MS, (endsAt - now) / 10), identity: identityOf(token, answer) };
}

function identityOf(token: unknown, answer: HuaweiAnswer): Answer<Identity> | null {
  const user = isJsonObject(token) && isJsonObject(token.user) ? token.user : {};
  const domain = isJsonObject(user.domain) ? user.domain : {};
  const cloudAccount = vendorAccount(domain.id);
  if (cloudAccount === null) return null;
  const principal = [domain.name, user.name].filter((name) => typeof name === "string" && name !== "").join("/") || "unnamed";
  return { value: { cloudAccount, principal: vendorName(principal) }, call: answer.call };
}
