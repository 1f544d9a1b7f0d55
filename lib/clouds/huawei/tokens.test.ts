import { describe, expect, it, onTestFinished } from "vitest";
import { openIo } from "../http.ts";
import { cloudOf } from "../registry.ts";
import { failureOf } from "../testing/failure-of.ts";
import { QUICK } from "../testing/open-emulated.ts";
import { serveLoopback } from "../testing/serve-loopback.ts";

const PROJECTS = JSON.stringify({
  projects: [
    { id: "p1", name: "cn-north-4", domain_id: "d1", enabled: true },
    { id: "p2", name: "cn-north-4_pci", domain_id: "d1" },
    { id: "p3", name: "MOS" },
    { id: "p4", name: "cn-east-3", enabled: false },
  ],
});
const LIST = JSON.stringify({ keys: [], key_details: [], next_marker: "", truncated: "false", total: 0 });

let opened = 0;

/** An IAM that gives tokens by `give(scope)` (null = 400, "down" = 503) and a KMS with nothing in it; `now` drives the clock of the way out. */
async function signedIn(give: (scope: Record<string, unknown>) => object | "down" | null, clock = { now: new Date() }) {
  const scopes: Record<string, unknown>[] = [];
  const server = await serveLoopback((response, _, request) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      if (!request.url?.includes("/auth/tokens")) return response.end(request.url?.includes("/auth/projects") ? PROJECTS : LIST);
      const { scope } = JSON.parse(text).auth;
      scopes.push(scope);
      const token = give(scope);
      if (token === "down") return response.writeHead(503).end();
      if (!token) return response.writeHead(400).end(JSON.stringify({ error: { code: 400, title: "Bad Request", message: "scope" } }));
      return setTimeout(() => response.writeHead(201, { "x-subject-token": ` MII${scopes.length} ` }).end(JSON.stringify({ token })), 5);
    });
  });
  onTestFinished(() => server.close());
  const cloud = cloudOf("huawei");
  const io = openIo({ cloud, credentialKey: `tokens-${++opened}`, allowedOrigins: [server.origin], pace: QUICK });
  const settings = {
    credential: { type: "password", domainName: "dom", userName: "user", password: "canary-password" },
    endpoints: { iam: `${server.origin}/iam/`, kms: `${server.origin}/{region}` },
    projects: {},
    home: "cn-north-4",
  };
  return { connection: cloud.connect(settings, { ...io, now: () => clock.now }), scopes };
}

const later = (ms: number) => new Date(Date.now() + ms).toISOString().replace("Z", "000Z");
const TOKEN = { expires_at: later(86_400_000), user: { name: "user", domain: { id: "d1", name: "dom" } } };

describe("tokens", () => {
  it("a site that gives no token for the domain and is down for the project is down, and has refused nobody", async () => {
    const { connection } = await signedIn((scope) => ("domain" in scope ? null : "down"));
    expect(await failureOf(connection.regions())).toMatchObject({ kind: "unavailable", status: 503 });
    const refusing = await signedIn(() => null);
    expect(await failureOf(refusing.connection.regions())).toMatchObject({ kind: "protocol", status: 400 });
  });

  it("asks once for each project however many calls wait, and once for the domain", async () => {
    const { connection, scopes } = await signedIn(() => TOKEN);
    await Promise.all(Array.from({ length: 6 }, () => connection.listKeys({ region: "cn-north-4", project: "p1" })));
    await connection.listKeys({ region: "cn-north-4", project: "p2" });
    await Promise.all([connection.regions(), connection.projects?.("cn-north-4"), connection.check()]);
    expect(scopes).toEqual([{ project: { id: "p1" } }, { project: { id: "p2" } }, { domain: { name: "dom" } }]);
  });

  it("names the user, the regions and the projects of one region, sub-projects included", async () => {
    const { connection } = await signedIn(() => TOKEN);
    expect((await connection.check()).value).toEqual({ cloudAccount: "d1", principal: "dom/user" });
    expect((await connection.regions()).value).toEqual(["cn-north-4"]);
    expect((await connection.projects?.("cn-north-4"))?.value).toEqual([
      { id: "p1", name: "cn-north-4" },
      { id: "p2", name: "cn-north-4_pci" },
    ]);
  });

  it("takes a token of the region's own project where a site gives none of the domain, and looks up whom it does not name", async () => {
    const { connection, scopes } = await signedIn((scope) => (scope.domain ? null : {}));
    expect((await connection.check()).value.cloudAccount).toBe("d1");
    expect(scopes).toEqual([{ domain: { name: "dom" } }, { project: { name: "cn-north-4" } }]);
  });

  it("gives up where no scope opens, with the first refusal and without the password", async () => {
    const { connection } = await signedIn(() => null);
    const error = await failureOf(connection.regions());
    expect(error).toMatchObject({ kind: "protocol", code: "Bad Request", operation: "auth/tokens" });
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain("canary-password");
  });

  it("renews before the end", async () => {
    const clock = { now: new Date() };
    const { connection, scopes } = await signedIn(() => ({ ...TOKEN, expires_at: new Date(clock.now.getTime() + 86_400_000).toISOString() }), clock);
    const list = () => connection.listKeys({ region: "cn-north-4", project: "p1" });
    await list();
    clock.now = new Date(clock.now.getTime() + 22.5 * 3_600_000);
    await list();
    expect(scopes.length).toBe(1);
    clock.now = new Date(clock.now.getTime() + 0.6 * 3_600_000);
    await list();
    expect(scopes.length).toBe(2);
  });
});
