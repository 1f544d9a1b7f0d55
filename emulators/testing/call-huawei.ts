import { createHash, createHmac } from "node:crypto";
import type { Emulator } from "../serve-cloud.ts";
import type { WorldAccount, WorldProject } from "../world.ts";
import type { Answered } from "./call-alibaba.ts";

/** Sends JSON as it stands; `headers` carry the token or the signature. */
export async function callHuawei(url: string, request: { method?: "GET" | "POST"; headers?: Record<string, string>; body?: unknown } = {}): Promise<Answered> {
  const method = request.method ?? "POST";
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...request.headers },
    body: method === "POST" ? JSON.stringify(request.body ?? {}) : undefined,
    redirect: "manual",
  });
  const text = (await answer.text()).trim();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith("{") && text.endsWith("}") ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

/** Signs in with a password; `scope` is a project's id or name, or nothing. */
export function signIn(cloud: Emulator, credential: Record<string, string>, scope?: { id?: string; name?: string }): Promise<Answered> {
  const user = { name: credential.userName, password: credential.password, domain: { name: credential.domainName } };
  return callHuawei(`${cloud.origin}/iam/v3/auth/tokens?nocatalog=true`, {
    body: { auth: { identity: { methods: ["password"], password: { user } }, ...(scope ? { scope: { project: scope } } : {}) } },
  });
}

/** A KMS caller of one project with a fresh token. */
export async function openProject(
  cloud: Emulator,
  account: WorldAccount,
  project: WorldProject,
): Promise<(path: string, body?: unknown, method?: "GET" | "POST") => Promise<Answered>> {
  const credential = [account.credential, ...account.otherCredentials].find((each) => each.type === "password") ?? {};
  const token = (await signIn(cloud, credential, { id: project.id })).headers.get("x-subject-token") ?? "";
  return (path, body, method) =>
    callHuawei(`${cloud.origin}/${project.region}/v1.0/${project.id}/kms/${path}`, { method, body, headers: { "x-auth-token": token } });
}

/** A signer of SDK-HMAC-SHA256 for tests: headers for a POST of `body` to `url`. */
export function signHuawei(url: string, body: unknown, credential: Record<string, string>, date = new Date()): Record<string, string> {
  const { host, pathname } = new URL(url);
  const signed: Record<string, string> = {
    host,
    "x-sdk-date": `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`,
    ...(credential.securityToken ? { "x-security-token": credential.securityToken } : {}),
  };
  const names = Object.keys(signed).sort();
  const canonical = ["POST", `${pathname}/`, "", names.map((name) => `${name}:${signed[name]}\n`).join(""), names.join(";"), sha256(JSON.stringify(body))].join(
    "\n",
  );
  const text = `SDK-HMAC-SHA256\n${signed["x-sdk-date"]}\n${sha256(canonical)}`;
  const signature = createHmac("sha256", credential.secretAccessKey ?? "")
    .update(text)
    .digest("hex");
  return { ...signed, authorization: `SDK-HMAC-SHA256 Access=${credential.accessKeyId}, SignedHeaders=${names.join(";")}, Signature=${signature}` };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
