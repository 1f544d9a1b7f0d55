import type { Asked, WireRequest } from "../exchange.ts";
import { OPERATIONS } from "./operations.ts";

/** Where a request goes: IAM, a KMS operation, or nowhere (`operation: ""`). */
export interface Route extends Asked {
  service: "iam" | "kms";
  body: Record<string, unknown>;
  wrongMethod: boolean;
}

const KMS_PATH = /^(?:\/(?<region>[^/]+))?\/v1\.0\/(?<project>[^/]+)(?:\/kms\/(?<rest>.+?)|(?<beside>\/keystores(?:\/[^/]+)?))\/?$/;

export function readRoute(request: WireRequest): Route {
  const kms = KMS_PATH.exec(request.path)?.groups;
  if (!kms) return readIamRoute(request);
  const body = readJson(request.body);
  const rest = kms.rest ?? kms.beside ?? "";
  const fitting = OPERATIONS.filter((each) => each.path.test(rest));
  const found = fitting.find((each) => each.method === request.method);
  const named = found?.path.exec(rest)?.groups?.key;
  return {
    service: "kms",
    body,
    operation: found?.name ?? "",
    wrongMethod: !found && fitting.length > 0,
    region: kms.region ?? null,
    project: kms.project ?? null,
    keyId: named ? decodeURIComponent(named) : textOf(body.key_id ?? request.query.get("key_id")),
    page: textOf(body.marker ?? body.offset ?? request.query.get("marker") ?? request.query.get("offset")),
  };
}

const IAM_ROUTES: Record<string, string> = {
  "POST /v3/auth/tokens": "auth-tokens",
  "POST /v3.0/OS-CREDENTIAL/securitytokens": "securitytokens",
  "GET /v3/projects": "projects",
  "GET /v3/auth/projects": "auth-projects",
  "GET /v3/auth/domains": "auth-domains",
};

function readIamRoute(request: WireRequest): Route {
  const path = request.path.replace(/^\/iam(?=\/)/, "").replace(/\/$/, "");
  const operation = IAM_ROUTES[`${request.method} ${path}`] ?? "";
  return { service: "iam", body: readJson(request.body), operation, wrongMethod: false, region: null, project: null, keyId: null, page: null };
}

/** An unreadable body is judged by the operation: as an empty one it lacks what is needed. */
function readJson(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text || "{}");
    return body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
