import { randomUUID } from "node:crypto";
import { type Asked, type Dialect, type DialectSettings, type Twist, type VendorAnswer, VendorError, type WireReply, type WireRequest } from "../exchange.ts";
import type { World, WorldAccount } from "../world.ts";
import { FREE_ACTIONS, KMS_ACTIONS, KMS_VERSION, STS_ACTIONS, STS_VERSION } from "./actions.ts";
import { getCallerIdentity } from "./actions/get-caller-identity.ts";
import { authenticate } from "./authenticate.ts";
import type { Action, AlibabaHouse } from "./call.ts";
import { noPermission } from "./no-permission.ts";
import { quotasOf } from "./quotas-of.ts";
import { ALIBABA_REGIONS } from "./regions.ts";
import { scripted } from "./scripted.ts";
import { type Session, worldSessions } from "./sessions.ts";

/** Without a region in the path, as the vendor's SDKs call it, a call is for this region. */
const DEFAULT_REGION = "cn-hangzhou";

/** Alibaba Cloud KMS 2016-01-20 and STS 2015-04-01, in the RPC style, on one port: `/{region}/` and `/sts/`. */
export function createAlibaba(world: World, settings: DialectSettings): Dialect {
  const { pageSize, now, olderFilters } = settings;
  const house: AlibabaHouse = { world, pageSize, now, olderFilters, nonces: new Map(), sessions: worldSessions(world.accounts) };
  const callers = new WeakMap<WireRequest, Session>();
  return {
    cloud: "alibaba",
    endpoints: (origin) => ({ kms: `${origin}/{region}`, sts: `${origin}/sts` }),
    newRequestId: () => randomUUID().toUpperCase(),
    ask,
    authenticate: (request) => {
      const { session } = authenticate(request, paramsOf(request), house);
      callers.set(request, session);
      return session.account;
    },
    answer: (request, asked, account, twist) => answer(request, asked, { account, session: callers.get(request), twist, house }),
    reply: ({ status, headers, body }, requestId): WireReply => ({
      status: status ?? 200,
      headers: { "content-type": "application/json;charset=utf-8", "x-acs-request-id": requestId, date: settings.now().toUTCString(), ...headers },
      body: typeof body === "object" ? JSON.stringify({ ...body, RequestId: requestId }) : JSON.stringify(body),
    }),
    refuse: (error, asked, requestId) => refuse(error, asked, requestId, settings.now()),
    scripted: (fault, request, asked, caller) => {
      const session = callers.get(request);
      if (fault.kind === "expire-token" && session?.expiresAt) session.expiresAt = new Date(0);
      return scripted(fault, asked, caller);
    },
    quotas: quotasOf,
    flatten: (body) => flatten(body),
  };
}

function ask(request: WireRequest): Asked {
  const params = paramsOf(request);
  const place = request.path.split("/").find((part) => part !== "") ?? "";
  const operation = request.headers["x-acs-action"] ?? params.get("Action") ?? "";
  const region = place === "sts" ? null : place || params.get("RegionId") || DEFAULT_REGION;
  return { operation, region, project: null, keyId: params.get("KeyId"), page: params.get("PageNumber") ?? params.get("NextToken") };
}

type Maker = { account: WorldAccount | null; session: Session | undefined; twist: Twist; house: AlibabaHouse };

function answer(request: WireRequest, asked: Asked, { account, session, twist, house }: Maker): VendorAnswer {
  if (!account || !session) throw new VendorError(400, "MissingAccessKeyId", "AccessKeyId is mandatory for this action.");
  const params = paramsOf(request);
  const isSts = asked.region === null;
  const version = request.headers["x-acs-version"] ?? params.get("Version");
  if (version !== (isSts ? STS_VERSION : KMS_VERSION)) throw new VendorError(404, "InvalidVersion", "Specified parameter Version is not valid.");
  const action = findAction(asked, isSts, session);
  const region = asked.region ?? DEFAULT_REGION;
  if (!isSts && !FREE_ACTIONS.includes(asked.operation)) checkRegion(asked.operation, region, account);
  return { body: action({ action: asked.operation, params, region, account, house, twist }) };
}

function findAction(asked: Asked, isSts: boolean, session: Session): Action {
  if (isSts && asked.operation === "GetCallerIdentity") return getCallerIdentity(session);
  const action = (isSts ? STS_ACTIONS : KMS_ACTIONS)[asked.operation];
  if (!action) throw new VendorError(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
  return action;
}

const SERVICE_REFUSALS: Record<string, VendorError> = {
  "not-enabled": new VendorError(403, "Forbidden.KmsServiceNotEnabled", "Your Kms Service hasn't been enabled.", { shape: "kms" }),
  "in-debt": new VendorError(403, "Forbidden.InDebt", "Your account is in debt.", { shape: "kms" }),
  suspended: new VendorError(403, "Forbidden.InDebtOverdue", "Your account is overdue and the service is suspended.", { shape: "kms" }),
};

function checkRegion(action: string, region: string, account: WorldAccount): void {
  if (!ALIBABA_REGIONS.includes(region)) throw new VendorError(404, "InvalidRegionId", "The specified region does not exist.");
  if (account.trouble[region] === "denied") throw noPermission(action, `acs:kms:${region}:${account.cloudAccount}:key`, account);
  const refusal = SERVICE_REFUSALS[account.trouble[region] ?? ""];
  if (refusal) throw refusal;
}

/** The gateway's body has HostId and Recommend; the pages of KMS itself show HttpStatus instead. */
function refuse(error: VendorError, asked: Asked, requestId: string, now: Date): WireReply {
  const body =
    error.shape === "kms"
      ? { HttpStatus: error.status, Code: error.code, Message: error.message, RequestId: requestId }
      : {
          RequestId: requestId,
          HostId: asked.region === null ? "sts.aliyuncs.com" : `kms.${asked.region}.aliyuncs.com`,
          Code: error.code,
          Message: error.message,
          Recommend: `https://api.aliyun.com/troubleshoot?q=${error.code}&product=${asked.region === null ? "Sts" : "Kms"}&requestId=${requestId}`,
          ...error.extra,
        };
  const headers = { "content-type": "application/json;charset=utf-8", "x-acs-request-id": requestId, date: now.toUTCString() };
  return { status: error.status, headers, body: JSON.stringify(body) };
}

/** `Keys: { Key: […] }` becomes `Keys: […]`, as some documents print it. */
function flatten(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const inner = value !== null && typeof value === "object" ? Object.values(value) : [];
      return [name, inner.length === 1 && Array.isArray(inner[0]) ? inner[0] : value];
    }),
  );
}

function paramsOf(request: WireRequest): URLSearchParams {
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return new URLSearchParams([...request.query, ...(isForm ? new URLSearchParams(request.body) : [])]);
}
