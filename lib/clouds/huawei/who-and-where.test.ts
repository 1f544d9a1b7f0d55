import { describe, expect, it, onTestFinished } from "vitest";
import { openIo } from "../http.ts";
import { cloudOf } from "../registry.ts";
import { failureOf } from "../testing/failure-of.ts";
import { QUICK } from "../testing/open-emulated.ts";
import { serveLoopback } from "../testing/serve-loopback.ts";

type Said = [status: number, body: object];
const OWN = { id: "p1", name: "cn-north-4" };
const PROJECTS: Said = [
  200,
  {
    projects: [
      { ...OWN, domain_id: "d1" },
      { id: "p2", name: "cn-north-4_pci" },
      { id: "p3", name: "cn-east-3" },
    ],
  },
];
const UNPUBLISHED: Said = [404, { error_code: "APIG.0101", error_msg: "not published", request_id: "r" }];
const DENIED: Said = [403, { error: { code: 403, title: "Forbidden", message: "no" } }];
const REFUSED: Said = [401, { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information", request_id: "r" }];
const LIST: Said = [200, { keys: ["k"], key_details: [{ key_id: "k", domain_id: "d9" }], next_marker: "", truncated: "false", total: 1 }];

const CREDENTIALS = {
  password: { type: "password", domainName: "dom", userName: "user", password: "pw" },
  key: { type: "access-key", accessKeyId: "AK", secretAccessKey: "SK" },
};
let opened = 0;

/** A site that knows tokens, and of everything else what `site` says by the end of the path; what it does not name was never published. */
async function at(credential: keyof typeof CREDENTIALS, site: Record<string, Said>, projects: Record<string, string> = {}) {
  const asked: string[] = [];
  const server = await serveLoopback((response, _, request) => {
    const path = new URL(request.url ?? "", "http://site").pathname;
    const name = path.split("/").slice(-2).join("/");
    asked.push(name);
    const isToken = name === "auth/tokens";
    const [status, body] = isToken ? ([201, { token: { project: OWN, user: {} } }] as Said) : (site[name] ?? UNPUBLISHED);
    response.writeHead(status, isToken ? { "x-subject-token": "MII" } : {}).end(JSON.stringify(body));
  });
  onTestFinished(() => server.close());
  const cloud = cloudOf("huawei");
  const io = openIo({ cloud, credentialKey: `who-${++opened}`, allowedOrigins: [server.origin], pace: QUICK });
  const endpoints = { iam: `${server.origin}/iam`, kms: `${server.origin}/{region}` };
  const connection = cloud.connect({ credential: CREDENTIALS[credential], endpoints, projects, home: "cn-north-4" }, io);
  return { connection, asked };
}

describe("who an access key is", () => {
  const DOMAINS: Said = [200, { domains: [{ id: "d1", name: "acme" }] }];
  it.each<[string, Record<string, Said>, object]>([
    ["its projects and its domain", { "auth/projects": PROJECTS, "auth/domains": DOMAINS }, { cloudAccount: "d1", principal: "acme" }],
    ["its projects, where a site has no domains", { "auth/projects": PROJECTS }, { cloudAccount: "d1", principal: "unnamed" }],
    ["its projects, where a site refuses what it does not know", { "auth/projects": PROJECTS, "auth/domains": REFUSED }, { cloudAccount: "d1" }],
    ["its domain, where a site has no projects", { "auth/domains": DOMAINS }, { cloudAccount: "d1", principal: "acme" }],
    ["its domain, where projects name none", { "auth/projects": [200, { projects: [OWN] }], "auth/domains": DOMAINS }, { cloudAccount: "d1" }],
  ])("is told by %s", async (_, site, identity) => {
    expect((await (await at("key", site)).connection.check()).value).toMatchObject(identity);
  });

  it("is told by its keys, where IAM takes tokens only and the account names a project", async () => {
    const site = { "auth/projects": REFUSED, "auth/domains": REFUSED, "kms/list-keys": LIST };
    const { connection, asked } = await at("key", site, { "cn-north-4": "p1" });
    expect((await connection.check()).value).toEqual({ cloudAccount: "d9", principal: "unnamed" });
    expect(asked).toEqual(["auth/projects", "kms/list-keys"]);
    expect((await connection.listKeys({ region: "cn-north-4", project: "p1" })).items).toHaveLength(1);
  });

  it("stays unknown where IAM refuses the key: asked once without a project to try, twice with one", async () => {
    const refusing = { "auth/projects": REFUSED, "kms/list-keys": REFUSED };
    for (const [projects, calls] of [
      [{}, 1],
      [{ "cn-north-4": "p1" }, 2],
    ] as const) {
      const { connection, asked } = await at("key", refusing, projects);
      expect(await failureOf(connection.check())).toMatchObject({ kind: "auth", code: "APIGW.0301" });
      expect(asked).toHaveLength(calls);
    }
  });
});

describe("where the keys are", () => {
  const ALL = [OWN, { id: "p2", name: "cn-north-4_pci" }];
  it.each<[string, Record<string, Said>]>([
    ["the projects of the credential", { "auth/projects": PROJECTS, "v3/projects": DENIED }],
    ["all projects, where a site has no such list", { "v3/projects": PROJECTS }],
    ["all projects, where that list is refused", { "auth/projects": DENIED, "v3/projects": PROJECTS }],
  ])("is told by %s, sub-projects included", async (_, site) => {
    for (const credential of ["password", "key"] as const) {
      const { connection } = await at(credential, site);
      expect((await connection.projects?.("cn-north-4"))?.value).toEqual(ALL);
      expect((await connection.regions()).value).toEqual(["cn-east-3", "cn-north-4"]);
    }
  });

  it("is told by a token for the region, where a site lists no projects; which regions there are stays unknown", async () => {
    const { connection } = await at("password", { "v3/projects": DENIED });
    expect((await connection.projects?.("cn-north-4"))?.value).toEqual([OWN]);
    expect(await failureOf(connection.regions())).toMatchObject({ operation: "auth/projects", code: "APIG.0101" });
    const signed = await at("key", {});
    expect(await failureOf(signed.connection.projects?.("cn-north-4") ?? Promise.resolve())).toMatchObject({ code: "APIG.0101" });
  });
});
