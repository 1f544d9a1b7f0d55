import { randomBytes } from "node:crypto";
import type { Dialect, DialectSettings, Twist, VendorAnswer, WireReply, WireRequest } from "../exchange.ts";
import type { World, WorldAccount, WorldProject } from "../world.ts";
import { authenticateSigned } from "./authenticate-signed.ts";
import { authenticateToken } from "./authenticate-token.ts";
import type { HuaweiHouse } from "./call.ts";
import { errorBody, gatewayError, iamError, kmsError } from "./errors.ts";
import { answerIam } from "./iam.ts";
import { OPERATIONS } from "./operations.ts";
import { readRoute, type Route } from "./read-route.ts";
import { parseAuthorization } from "./signature.ts";
import { scripted } from "./scripted.ts";

/** HUAWEI CLOUD KMS v1.0 and IAM v3 on one port: `/{region}/v1.0/…` and `/iam/v3/…`. */
export function createHuawei(world: World, settings: DialectSettings): Dialect {
  const { pageSize, now, tokenLength } = settings;
  const house: HuaweiHouse = { world, pageSize, now, tokenLength, tokens: new Map(), temporary: new Map(), failures: new Map() };
  const headers = (requestId: string) => ({ "content-type": "application/json", "x-request-id": requestId, date: settings.now().toUTCString() });
  return {
    cloud: "huawei",
    endpoints: (origin) => ({ kms: `${origin}/{region}`, iam: `${origin}/iam` }),
    newRequestId: () => randomBytes(16).toString("hex"),
    ask: (request) => {
      const { service: _, body: __, wrongMethod: ___, ...asked } = readRoute(request);
      return { ...asked, region: asked.region ?? findProject(world, asked.project)?.region ?? null };
    },
    authenticate: (request) => authenticate(request, readRoute(request), house),
    answer: (request, _asked, caller, twist) => answer(request, { caller, twist, house }),
    reply: (made, requestId): WireReply => ({
      status: made.status ?? 200,
      headers: { ...headers(requestId), ...made.headers },
      body: `${JSON.stringify(made.body)}\n`,
    }),
    refuse: (error, _asked, requestId) => ({ status: error.status, headers: headers(requestId), body: JSON.stringify(errorBody(error, requestId)) }),
    scripted: (fault, request, asked) => {
      const token = house.tokens.get(request.headers["x-auth-token"] ?? "");
      if (fault.kind === "expire-token" && token) token.expiresAt = new Date(0);
      const temporary = house.temporary.get(parseAuthorization(request.headers.authorization ?? "")?.accessKeyId ?? "");
      if (fault.kind === "expire-token" && temporary) temporary.expiresAt = new Date(0);
      return scripted(fault, asked);
    },
    // 20 calls/s a user over all regions and 100 for everybody, shared by the management calls (dew_02_0053, dew_02_0057).
    quotas: (asked, account) =>
      asked.project === null
        ? []
        : [
            { name: account.cloudAccount, perSecond: 20 },
            { name: "everybody", perSecond: 100 },
          ],
    flatten: (body) => ("key_info" in body ? { key_info: [body.key_info] } : "aliases" in body ? Object.assign([body]) : body),
  };
}

function authenticate(request: WireRequest, route: Route, house: HuaweiHouse): WorldAccount | null {
  if (route.operation === "auth-tokens") return null;
  if (request.headers.authorization !== undefined) return authenticateSigned(request, house);
  if (route.service === "kms") return authenticateToken(request, route.project, house).account;
  const token = house.tokens.get(request.headers["x-auth-token"] ?? "");
  if (!token || token.expiresAt <= house.now()) throw iamError(401, "Unauthorized", "The request you have made requires authentication.");
  return token.account;
}

function answer(request: WireRequest, at: { caller: WorldAccount | null; twist: Twist; house: HuaweiHouse }): VendorAnswer {
  const route = readRoute(request);
  if (route.service === "iam") return answerIam(route.operation, request, route.body, at.caller, at.house);
  if (route.wrongMethod) throw kmsError(405, "KMS.0215", "The method is not allowed.");
  const operation = OPERATIONS.find((each) => each.name === route.operation);
  if (!operation || !at.caller) throw gatewayError(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
  const project = projectOf(route, request, at.caller);
  const trouble = at.caller.trouble[project.region];
  if (trouble === "in-debt" || trouble === "suspended") throw kmsError(403, "KMS.0328", "The account is in arrears or its resources are frozen.");
  if (trouble === "not-enabled") throw gatewayError(404, "APIG.0101", "The API does not exist or has not been published in the environment");
  if (trouble === "denied") throw kmsError(403, "KMS.0306", "You do not have permission to perform this operation.");
  return {
    body: operation.run({
      operation: operation.name,
      request,
      body: route.body,
      account: at.caller,
      project,
      keyId: route.keyId,
      house: at.house,
      twist: at.twist,
    }),
  };
}

/** The project in the URL must be the caller's, of this region's host, and the one that X-Project-Id names. */
function projectOf(route: Route, request: WireRequest, account: WorldAccount): WorldProject {
  const project = account.projects.find((each) => each.id === route.project);
  const header = request.headers["x-project-id"];
  if (!project || (header !== undefined && header !== project.id)) throw kmsError(403, "KMS.0305", "The project of the token is not that of the request.");
  if (route.region !== null && route.region !== project.region) throw kmsError(403, "KMS.0321", "The project does not belong to this region.");
  return project;
}

function findProject(world: World, id: string | null): WorldProject | undefined {
  return world.accounts.flatMap((account) => account.projects).find((project) => project.id === id);
}
