import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

const KEY = { key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f", key_alias: "one", key_state: "2", key_spec: "AES_256", origin: "kms", keystore_id: "0" };

/** IAM and KMS of a few lines, whose tokens are of this length, beyond what Node's own servers take in a header. One key to list, for whoever shows the token. */
export async function serveLongTokens(bytes: number): Promise<{ endpoints: Record<string, string>; origin: string; token: string }> {
  const token = `MII${"b".repeat(bytes - 3)}`;
  const server = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
    request.resume();
    const reply = (status: number, body: object, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", "x-request-id": "rid-4711", ...headers }).end(JSON.stringify(body));
    const path = request.url ?? "";
    if (path.startsWith("/iam/v3/auth/tokens"))
      return reply(201, { token: { expires_at: new Date(Date.now() + 86_400_000).toISOString() } }, { "x-subject-token": token });
    if (request.headers["x-auth-token"] !== token) return reply(403, { error: { error_code: "KMS.0302", error_msg: "" } });
    if (path.endsWith("/kms/list-keys")) return reply(200, { keys: [KEY.key_id], key_details: [KEY], next_marker: "", truncated: "false", total: 1 });
    return reply(404, { error_code: "APIGW.0101", error_msg: "", request_id: "rid-4711" });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoints: { kms: `${origin}/{region}`, iam: `${origin}/iam` }, origin, token };
}
